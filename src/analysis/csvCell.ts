/** What begins a formula for some spreadsheet, also behind spaces; the wide signs do in East Asian ones. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * A text cell that no spreadsheet runs: one that starts like a formula gets a quote before it. For names
 * only; numbers are numbers.
 */
export function csvCell(text: string): string {
  const tame = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
