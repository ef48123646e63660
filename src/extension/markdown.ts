/**
 * Text out of a log, made inert for Markdown: no link, no image, no HTML, no heading. Characters
 * that Markdown would read are escaped; line ends become spaces.
 */
export function inert(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#+\-!|~&:]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))
    .replace(/\\-(?=\d)/g, '-');
}

/**
 * Text out of a log or the name of a file in a notification, which reads `[label](target)` as a link,
 * also one to a command of the editor: the two are parted, so that it stays text.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A row of a table; its cells are inert already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
