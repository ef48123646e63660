/** C0, DEL and C1 steer a terminal; the others turn text about or hide in it. A joiner in an emoji stays. */
const STEERING =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A name or a sentence with words out of a log, as one line of what can be seen: what would steer a
 * terminal, or show it in another order than it is written, becomes its number (`\u202e`). In JSON that
 * is the same text.
 */
export function printable(text: string): string {
  return text.replace(STEERING, numberOf);
}

/** The same of a text of several lines: they stay lines, and tabs stay. */
export function printableLines(text: string): string {
  return text.replace(STEERING, (sign) => (sign === '\n' || sign === '\t' ? sign : numberOf(sign)));
}

function numberOf(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
