/** The sources of a notebook's cells, in order; undefined where a cell is no Python code. */
export interface Notebook {
  readonly cells: readonly (string | undefined)[];
}

interface CellRecord {
  cell_type?: unknown;
  source?: unknown;
}

/** Reads the JSON of an .ipynb file; undefined where it is none. */
export function readNotebook(text: string): Notebook | undefined {
  const cells = cellsOf(parsed(text));
  return (
    cells && {
      cells: cells.map((cell) => (cell.cell_type === 'code' ? sourceOf(cell) : undefined)),
    }
  );
}

/** The notebook with one cell's source changed, in the JSON layout that it came in. */
export function withCell(text: string, index: number, source: string): string {
  const notebook = parsed(text);
  const cell = cellsOf(notebook)?.[index];
  if (!cell) return text;
  cell.source = Array.isArray(cell.source) ? (source.match(/[^\n]*\n|[^\n]+$/g) ?? []) : source;
  const indent = /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? (text.trim().includes('\n') ? 1 : 0);
  const end = /\s*$/.exec(text)?.[0] ?? '';
  return JSON.stringify(notebook, null, indent) + end;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function cellsOf(notebook: unknown): CellRecord[] | undefined {
  if (typeof notebook !== 'object' || notebook === null || !('cells' in notebook)) return undefined;
  const { cells } = notebook;
  return Array.isArray(cells)
    ? cells.filter((cell) => typeof cell === 'object' && cell !== null)
    : undefined;
}

function sourceOf({ source }: CellRecord): string {
  return Array.isArray(source) ? source.join('') : String(source ?? '');
}
