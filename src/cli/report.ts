import { type Phrase, type Severity, sayPhrase, type Verdict } from '../analysis/index.js';

const MARKS: Readonly<Record<Severity, string>> = {
  info: 'i',
  hint: '?',
  warning: '!',
  error: '✗',
};

/** What a person reads of one run: its name, then each verdict with its numbers and what to do. */
export function reportOf(name: string, verdicts: readonly Verdict[]): string {
  const blocks = verdicts.map(blockOf);
  return `${name}\n${blocks.join('')}`;
}

function blockOf({ code, severity, title, because, raisedAt, evidence, advice }: Verdict): string {
  const head = `  ${MARKS[severity]} ${sayPhrase(title)} ${sayPhrase(because)}\n`;
  const where = raisedAt.line === undefined ? '' : `, said at line ${raisedAt.line}`;
  const rows = evidence.map(({ label, measured, needed, holds }) =>
    row(holds ? '✓' : '·', `${sayPhrase(label)}: ${measured} (needed: ${sayPhrase(needed)})`),
  );
  return `${head}    ${severity}, ${code}${where}\n${rows.join('')}${advice.map(adviceRow).join('')}`;
}

function adviceRow(act: Phrase): string {
  return row('→', sayPhrase(act));
}

function row(mark: string, text: string): string {
  return `    ${mark} ${text}\n`;
}

/** The same as data. The texts are filled in, so that a program need not know how. */
export function plainVerdict({ title, because, evidence, advice, ...rest }: Verdict) {
  return {
    ...rest,
    title: sayPhrase(title),
    because: sayPhrase(because),
    evidence: evidence.map(({ label, measured, needed, holds }) => ({
      label: sayPhrase(label),
      measured,
      needed: sayPhrase(needed),
      holds,
    })),
    advice: advice.map(sayPhrase),
  };
}
