const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * The course of a series in `width` blocks. Each block shows the last finite value of its share;
 * the scale is that of the shown values. Empty below two finite values.
 */
export function sparkline(values: ArrayLike<number>, width: number): string {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.length < 2) return '';
  const columns = Math.min(width, finite.length);
  const shown = Array.from(
    { length: columns },
    (_, column) => finite[Math.ceil(((column + 1) * finite.length) / columns) - 1] ?? 0,
  );
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low;
  return shown
    .map((value) => BLOCKS[span === 0 ? 0 : Math.round((7 * (value - low)) / span)] ?? '')
    .join('');
}
