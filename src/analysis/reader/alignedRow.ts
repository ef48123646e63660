/** Where the words of a header stand: a cell of a row below begins or ends with one of them. */
export interface Alignment {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Of a header whose columns are set apart by blanks alone; undefined where signs part them. */
export function alignmentOf(header: string, names: readonly string[]): Alignment | undefined {
  if (/[|\t]/.test(header)) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  for (const name of names) {
    const start = header.indexOf(name, from);
    if (start < 0) return undefined;
    from = start + name.length;
    starts.push(start);
    ends.push(from);
  }
  return { starts, ends };
}

/**
 * The cells of a row with blanks in it, one for each column; undefined where a number stands under
 * no column or two under one. Each line is cut at the places of its header, not by its blanks.
 */
export function alignedCells(
  text: string,
  { starts, ends }: Alignment,
): readonly string[] | undefined {
  const cells = starts.map(() => '');
  for (const { 0: cell, index } of text.matchAll(/\S+/g)) {
    const byStart = starts.indexOf(index);
    const column = byStart >= 0 ? byStart : ends.indexOf(index + cell.length);
    if (column < 0 || cells[column] !== '') return undefined;
    cells[column] = cell;
  }
  return cells;
}
