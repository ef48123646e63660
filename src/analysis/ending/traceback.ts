/** A traceback of Python: where its exception stands. */
export interface Traceback {
  /** Index of the line of the exception; of the last line of the traceback where that is missing. */
  readonly at: number;
  /** The exception, without what stands before each line (a rank, a stream). */
  readonly exception: string | undefined;
}

const HEAD = 'Traceback (most recent call last):';
const EXCEPTION = /^[A-Za-z_][\w.]*(?:\.<locals>\.\w+)?(?::(?:\s.*)?)?$/;
/** A deeper one is an endless recursion, and Python shortens that. */
const LONGEST = 400;

/** The traceback that begins on this line. Its frames are indented, its exception is not. */
export function tracebackAt(lines: readonly string[], from: number): Traceback | undefined {
  const start = lines[from]?.indexOf(HEAD) ?? -1;
  if (start < 0) return undefined;
  const prefix = lines[from]?.slice(0, start) ?? '';
  let at = from;
  for (let next = from + 1; next < Math.min(lines.length, from + LONGEST); next++) {
    const line = lines[next] ?? '';
    const text = prefix !== '' && line.startsWith(prefix) ? line.slice(prefix.length) : line;
    if (/^\s*[|+]?\s*$|^\s/.test(text)) at = next;
    else return EXCEPTION.test(text) ? { at: next, exception: text } : { at, exception: undefined };
  }
  return { at, exception: undefined };
}

/** Python says this before the traceback of an exception that ends nothing. */
export function isHarmless(lineBefore: string): boolean {
  return /\bException ignored in\b|\bException in thread\b|\bLogging error\b/.test(lineBefore);
}
