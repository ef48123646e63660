/** Colours, cursor moves, window titles. */
const ANSI = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const WIDE = /[\uff01-\uff5e\u3000\u3001\u3002]/;
/** Upright lines of a drawn table. */
const WALLS = /[│┃║]/g;
const BACKSPACES = /[\b]/;
/** Dates and times of day with their fractions; also "1:02:04" of an estimate. */
const CLOCK =
  /\d{4}[-/]\d\d[-/]\d\d(?:[T ]+\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)?|\d\d[-/]\d\d[-/]\d{4}|\d+:\d\d(?::\d\d)?(?:[.,]\d+)?(?!\d)/g;

/** The text of a line as a person sees it: no colours, no `\r`, full-width signs made plain. */
export function cleanLine(text: string): string {
  let clean = behindBar(printed(text));
  if (clean.includes('│') || clean.includes('┃') || clean.includes('║'))
    clean = clean.replace(WALLS, '|');
  if (WIDE.test(clean)) clean = clean.replace(/[\uff01-\uff5e\u3000-\u3002]/g, narrow);
  return clean;
}

/** A bar that was not ended before a logger's clock begins its line. */
const UNENDED_BAR =
  /%\|[^|]{0,400}\|[^[\]]{0,60}\[[^\]]{0,400}\](?=\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)/;

function behindBar(text: string): string {
  if (!text.includes('%|')) return text;
  const bar = UNENDED_BAR.exec(text);
  return bar ? text.slice(bar.index + bar[0].length) : text;
}

/** The signs of a line as they were printed: no colours, no `\r`; full-width signs stay. */
export function printed(text: string): string {
  let clean = text;
  if (clean.includes('\u001b')) clean = clean.replace(ANSI, '');
  if (BACKSPACES.test(clean)) clean = clean.slice(clean.lastIndexOf('\b') + 1);
  return clean.endsWith('\r') ? clean.slice(0, -1) : clean;
}

function narrow(sign: string): string {
  if (sign === '\u3000') return ' ';
  if (sign === '\u3001' || sign === '\u3002') return ',';
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** The line without its clocks: what is left of a number is then no time of day. */
export function withoutClocks(text: string): string {
  return text.includes(':') || text.includes('/') || text.includes('-')
    ? text.replace(CLOCK, '')
    : text;
}

const ISO = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?/;

/**
 * Wall clock of a line in seconds since 1970, taken as UTC: logs rarely say their zone, and only
 * differences within a log are used. Undefined where the first 60 characters hold none.
 */
export function clockOf(text: string): number | undefined {
  const found = ISO.exec(text.length > 60 ? text.slice(0, 60) : text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction] = found.map(Number);
  const digits = found[7]?.length ?? 0;
  const ms = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return ms / 1000 + (digits > 0 ? (fraction ?? 0) / 10 ** digits : 0);
}
