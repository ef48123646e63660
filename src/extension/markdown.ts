import { printable, printableLines } from '../analysis/index.js';

/** Word joiner: it parts an address, and breaks no line. */
const JOINER = '\u2060';

/**
 * Text out of a log, made inert for Markdown: no link, no image, no HTML, no heading. Characters
 * that Markdown would read are escaped; line ends become spaces. The editor's preview makes a link of a
 * bare address, too, escaped or not: a joiner of no width parts it.
 */
export function inert(text: string): string {
  return printable(text.replace(/[\r\n\u2028\u2029]+/g, ' '))
    .replace(/[\\`*_{}[\]()<>#+\-!|~&:]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(/\\-(?=\d)/g, '-')
    .replace(/\.(?=\p{L})|:(?=[/\p{L}])|\/(?=\/)/gu, `$&${JOINER}`);
}

/**
 * Text out of a log or the name of a file in a notification or an input box, which read `[label](target)`
 * as a link, also one to a command of the editor: the two are parted, so that it stays text.
 */
export function withoutLinks(text: string): string {
  return printableLines(text).replaceAll('](', '] (');
}

/** A row of a table; its cells are inert already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
