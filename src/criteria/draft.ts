import type { PythonFile } from './python/pythonFile.js';

/** Replace `[start, end)` of the old text, in UTF-16 offsets. Edits ascend and never touch. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line of the draft: an old one by its number (from 0), or a new one. */
interface DraftLine {
  readonly old?: number;
  readonly text: string;
  /** The old line that this new one took the place of. */
  readonly was?: number;
}

/** A file being changed line by line; what was not touched keeps its bytes. */
export class Draft {
  readonly #lines: DraftLine[];

  constructor(private readonly file: PythonFile) {
    this.#lines = file.lines.map((text, old) => ({ old, text }));
  }

  /** Puts new lines behind an old one; -1 puts them at the top. Returns their first index. */
  insertBelow(oldLine: number, texts: readonly string[]): number {
    const index = oldLine < 0 ? 0 : this.indexNow(oldLine) + 1;
    this.insertAt(index, texts);
    return index;
  }

  insertAt(index: number, texts: readonly string[]): void {
    this.#lines.splice(index, 0, ...texts.map((text) => ({ text })));
  }

  replace(oldLine: number, texts: readonly string[]): number {
    const index = this.indexOf(oldLine);
    this.#lines.splice(index, 1, ...texts.map((text) => ({ text, was: oldLine })));
    return index;
  }

  /** Sees to at least `count` blank lines above the line at an index, unless nothing stands above. */
  spaceAbove(index: number, count: number): number {
    let blank = 0;
    while (index > blank && this.isBlank(index - blank - 1)) blank++;
    const missing = blank === index ? 0 : Math.max(0, count - blank);
    this.insertAt(index, Array(missing).fill(''));
    return missing;
  }

  /** The same below the line at an index. */
  spaceBelow(index: number, count: number): void {
    let next = index + 1;
    while (next < this.#lines.length && this.isBlank(next)) next++;
    if (next < this.#lines.length)
      this.insertAt(index + 1, Array(Math.max(0, count - (next - index - 1))).fill(''));
  }

  textAt(index: number): string | undefined {
    return this.#lines[index]?.text;
  }

  /** The first line below an index that holds more than spaces. */
  nextText(index: number): string {
    return this.#lines.slice(index + 1).find(({ text }) => text.trim() !== '')?.text ?? '';
  }

  /** Where an old line stands now; -1 when it was replaced. */
  indexOf(oldLine: number): number {
    return this.#lines.findIndex(({ old }) => old === oldLine);
  }

  /** The same, or where the line stands that `rewrite` put in its place. */
  indexNow(oldLine: number): number {
    return this.#lines.findIndex(({ old, was }) => old === oldLine || was === oldLine);
  }

  /** Another text for the line at an index. */
  rewrite(index: number, text: string): void {
    const line = this.#lines[index];
    const was = line?.old ?? line?.was;
    this.#lines[index] = { text, ...(was !== undefined && { was }) };
  }

  find(text: string): number {
    return this.#lines.findIndex((line) => line.old === undefined && line.text === text);
  }

  /** One edit for each place where lines came, went or changed. */
  edits(): Edit[] {
    const { text, newline, lines } = this.file;
    const starts = lineStarts(text);
    const edits: Edit[] = [];
    let fresh: string[] = [];
    let from = 0;
    const close = (to: number): void => {
      if (fresh.length > 0 || to > from) edits.push(this.gap(starts, from, to, fresh, newline));
      fresh = [];
    };
    for (const { old, text: line } of this.#lines) {
      if (old === undefined) fresh.push(line);
      else {
        close(old);
        from = old + 1;
      }
    }
    close(lines.length);
    return edits;
  }

  /** The old lines `[from, to)` give way to new ones; the last line of a file has no end to keep. */
  private gap(
    starts: readonly number[],
    from: number,
    to: number,
    fresh: readonly string[],
    newline: string,
  ): Edit {
    const { text, lines } = this.file;
    const end = starts[to] ?? text.length;
    if (to < lines.length) {
      return {
        start: starts[from] ?? text.length,
        end,
        text: fresh.map((line) => line + newline).join(''),
      };
    }
    if (from < lines.length) return { start: starts[from] ?? 0, end, text: fresh.join(newline) };
    return { start: end, end, text: fresh.map((line) => newline + line).join('') };
  }

  private isBlank(index: number): boolean {
    return this.#lines[index]?.text.trim() === '';
  }
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: fresh } of edits) {
    result += text.slice(at, start) + fresh;
    at = end;
  }
  return result + text.slice(at);
}

/** A byte order mark belongs to no line. */
function lineStarts(text: string): number[] {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length);
  return [text.startsWith('\uFEFF') ? 1 : 0, ...ends];
}
