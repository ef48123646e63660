import {
  type Advice,
  type Ending,
  PAIR_WORDS,
  type PairReading,
  type Phrase,
  pairRows,
  type Verdict,
} from '../../analysis/index.js';
import type { RunSummary } from '../../protocol.js';
import { say } from '../words.js';

/** What is said of a run as plain text, for a message or a ticket. */
export function asText(run: RunSummary): string {
  const { ending, pair } = run;
  const verdicts = run.verdicts.map(verdictText);
  const end = ending ? [endingText(ending)] : [];
  const blocks = ending?.how === 'crashed' ? [...end, ...verdicts] : [...verdicts, ...end];
  return [run.name, ...blocks, ...(pair ? [pairText(pair)] : []), ''].join('\n');
}

function verdictText({ title, because, evidence, isNot, causes, advice }: Verdict): string {
  const rows = evidence.map(
    (one) => `  ${one.holds ? '✓' : '–'} ${say(one.label)}: ${one.measured} (${say(one.needed)})`,
  );
  const account = [
    ...isNot.map((one) => `  ≠ ${say(one.because)}`),
    ...causes.map((one) => `  ? ${say(one)}`),
    ...actsText(advice.map(cited)),
  ];
  return [`${say(title)} ${say(because)}`, ...rows, ...account].join('\n');
}

function endingText({ title, because, advice }: Ending): string {
  return [`${say(title)} ${say(because)}`, ...actsText(advice.map(say))].join('\n');
}

function actsText(acts: readonly string[]): string[] {
  return acts.map((act, index) => `  ${index + 1}. ${act}`);
}

function cited({ act, source }: Advice): string {
  return source ? `${say(act)} [${say(source)}]` : say(act);
}

/** The run's own row of the table, and what it came to on labelled runs. */
function pairText(pair: PairReading): string {
  const { title, train, val, usually, labelled } = PAIR_WORDS;
  const own = pairRows(pair).find(({ isThis }) => isThis);
  const curve = (name: Phrase, direction: Phrase, change: string) =>
    `${say(name)} ${say(direction)} ${change}`;
  const curves = own && [
    curve(train, own.train, own.trainChange),
    curve(val, own.val, own.valChange),
  ];
  return [
    `${say(title)}: ${curves?.join(', ') ?? ''}`,
    `  ${say(usually)}: ${own ? say(own.says) : ''}`,
    `  ${say(labelled)}: ${say(pair.note)}`,
  ].join('\n');
}
