/** A value as people read it in lists: 3 significant digits, exponents at both ends, NaN and inf said. */
export function shortNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-3 || size >= 1e5)
    return value.toExponential(1).replace('+', '').replace('.0e', 'e');
  if (size >= 1000) return String(Math.round(value));
  return value.toPrecision(3);
}

/** A position on an axis, grouped by a narrow no-break space. */
export function place(x: number): string {
  const whole = Number.isInteger(x) ? String(x) : x.toFixed(2);
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

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
