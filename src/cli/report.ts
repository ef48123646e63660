import {
  type Advice,
  type Ending,
  PAIR_TABLE,
  type PairReading,
  type Phrase,
  type Severity,
  sayPhrase,
  type Verdict,
} from '../analysis/index.js';
import { plainAccount } from './plainAccount.js';

const ARROWS = { down: '↓', flat: '→', up: '↑' } as const;

const MARKS: Readonly<Record<Severity, string>> = {
  info: 'i',
  hint: '?',
  warning: '!',
  error: '✗',
};

/** What a person reads of one run: its name, how it ended, each verdict with its numbers and what to do, the pair. */
export function reportOf(
  name: string,
  verdicts: readonly Verdict[],
  pair?: PairReading | undefined,
  ending?: Ending | undefined,
): string {
  const blocks = [...(ending ? [endingBlock(ending)] : []), ...verdicts.map(blockOf)];
  return `${name}\n${blocks.join('')}${pair ? pairBlock(pair) : ''}`;
}

/** The run by the table that people know, and what that pair came to on labelled runs. */
function pairBlock(pair: PairReading): string {
  const { train, val, trainChange, valChange, note } = pair;
  const curves = `train ${ARROWS[train]} ${trainChange}, val ${ARROWS[val]} ${valChange}`;
  const says = saidOf(pair);
  const head = `  = Read as a pair: ${curves} in the last quarter`;
  return `${head}${says ? `; usually read as "${says}"` : ''}\n${row(' ', sayPhrase(note))}`;
}

const saidOf = ({ row: at }: PairReading): string | undefined => {
  const found = at === undefined ? undefined : PAIR_TABLE[at];
  return found && sayPhrase(found.says);
};

/** The same as data. */
export function plainPair(pair: PairReading) {
  const { train, val, trainChange, valChange, note } = pair;
  return { train, val, trainChange, valChange, says: saidOf(pair), note: sayPhrase(note) };
}

function endingBlock({ how, severity, title, because, advice }: Ending): string {
  const head = `  ${MARKS[severity]} ${sayPhrase(title)} ${sayPhrase(because)}\n`;
  return `${head}    ${severity}, ${how}\n${advice.map((act) => row('→', sayPhrase(act))).join('')}`;
}

function blockOf(verdict: Verdict): string {
  const { code, severity, title, because, raisedAt, evidence, isNot, causes, advice } = verdict;
  const head = `  ${MARKS[severity]} ${sayPhrase(title)} ${sayPhrase(because)}\n`;
  const where = raisedAt.line === undefined ? '' : `, said at line ${raisedAt.line}`;
  const rows = evidence.map(({ label, measured, needed, holds }) =>
    row(holds ? '✓' : '·', `${sayPhrase(label)}: ${measured} (needed: ${sayPhrase(needed)})`),
  );
  rows.push(...isNot.map((one) => row('≠', sayPhrase(one.because))));
  if (causes.length > 0) rows.push(row('?', `Causes, the likeliest first: ${listOf(causes)}`));
  rows.push(...advice.map(adviceRow));
  return `${head}    ${severity}, ${code}${where}\n${rows.join('')}`;
}

function listOf(causes: readonly Phrase[]): string {
  return causes.map((cause, at) => `${at + 1}. ${sayPhrase(cause)}`).join('; ');
}

function adviceRow({ act, source }: Advice): string {
  return row('→', source ? `${sayPhrase(act)} [${sayPhrase(source)}]` : sayPhrase(act));
}

function row(mark: string, text: string): string {
  return `    ${mark} ${text}\n`;
}

/** The same as data. The texts are filled in, so that a program need not know how. */
export function plainVerdict(verdict: Verdict) {
  const { code, severity, title, because, since, raisedAt, evidence } = verdict;
  return {
    code,
    severity,
    since,
    raisedAt,
    title: sayPhrase(title),
    because: sayPhrase(because),
    evidence: evidence.map(({ label, measured, needed, holds }) => ({
      label: sayPhrase(label),
      measured,
      needed: sayPhrase(needed),
      holds,
    })),
    ...plainAccount(verdict),
  };
}
