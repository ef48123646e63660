import {
  type Advice,
  type Ending,
  PAIR_WORDS,
  type PairReading,
  type Phrase,
  pairRows,
  type Verdict,
  writePosition,
} from '../analysis/index.js';
import type { RunSummary } from '../protocol.js';
import { inert, tableRow } from './markdown.js';

/** Translates and fills in a phrase; in the tests it is plain English. */
export type Say = (phrase: Phrase) => string;

/** The words around the verdicts, translated by the caller. */
export interface DiagnosisWords {
  readonly none: string;
  readonly evidence: string;
  readonly measured: string;
  readonly needed: string;
  readonly isNot: string;
  readonly causes: string;
  readonly advice: string;
  readonly since: string;
  readonly line: string;
}

/** What is said of a run as Markdown: how it crashed, the verdicts with their proof, its end, the pair. */
export function diagnosisText(run: RunSummary, say: Say, words: DiagnosisWords): string {
  const { ending, pair } = run;
  const verdicts = run.verdicts.map((verdict) => verdictBlock(run, verdict, say, words));
  const end = ending ? [endingBlock(ending, say, words)] : [];
  const blocks = [
    ...(ending?.how === 'crashed' ? [...end, ...verdicts] : [...verdicts, ...end]),
    ...(pair ? [pairBlock(pair, say)] : []),
  ];
  const body = blocks.length > 0 ? blocks.join('\n') : `${words.none}\n`;
  return `# ${inert(run.name)}\n\n${body}`;
}

function endingBlock({ title, because, advice }: Ending, say: Say, words: DiagnosisWords): string {
  const parts = [`## ${inert(say(title))}`, inert(say(because)), ...actsOf(advice.map(say), words)];
  return `${parts.join('\n\n')}\n`;
}

/** The run by the table that people know; its own row is ticked. */
function pairBlock(pair: PairReading, say: Say): string {
  const { title, train, val, usually, labelled, about } = PAIR_WORDS;
  const rows = pairRows(pair).map((row) =>
    tableRow([
      row.isThis ? '✓' : ' ',
      inert(`${say(row.train)} ${row.trainChange}`.trim()),
      inert(`${say(row.val)} ${row.valChange}`.trim()),
      inert(say(row.says)),
    ]),
  );
  const head = tableRow(['', ...[train, val, usually].map((one) => inert(say(one)))]);
  const note = `**${inert(say(labelled))}** ${inert(say(pair.note))}`;
  const table = [head, '|---|---|---|---|', ...rows].join('\n');
  return `${[`## ${inert(say(title))}`, table, note, inert(say(about))].join('\n\n')}\n`;
}

function actsOf(acts: readonly string[], words: DiagnosisWords): string[] {
  return acts.length > 0 ? [`**${words.advice}**\n\n${numbered(acts)}`] : [];
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, index) => `${index + 1}. ${inert(text)}`).join('\n');
}

/** An act with who says so. */
function citedAct({ act, source }: Advice, say: Say): string {
  return source ? `${say(act)} (${say(source)})` : say(act);
}

function verdictBlock(run: RunSummary, verdict: Verdict, say: Say, words: DiagnosisWords): string {
  const { title, because, evidence, isNot, causes, advice } = verdict;
  const parts = [`## ${inert(say(title))}`, inert(say(because))];
  if (evidence.length > 0) {
    const rows = evidence.map(({ label, measured, needed, holds }) =>
      tableRow([holds ? '✓' : ' ', inert(say(label)), inert(measured), inert(say(needed))]),
    );
    const head = tableRow(['', words.evidence, words.measured, words.needed]);
    parts.push([head, '|---|---|---:|---|', ...rows].join('\n'));
  }
  if (isNot.length > 0) {
    const rows = isNot.map((one) => `- ${inert(say(one.because))}`);
    parts.push(`**${words.isNot}**\n\n${rows.join('\n')}`);
  }
  if (causes.length > 0) parts.push(`**${words.causes}**\n\n${numbered(causes.map(say))}`);
  const acts = advice.map((one) => citedAct(one, say));
  parts.push(...actsOf(acts, words), sinceText(run, verdict, words));
  return `${parts.join('\n\n')}\n`;
}

function sinceText(run: RunSummary, { since }: Verdict, words: DiagnosisWords): string {
  const { epoch, x, line } = since;
  const series = run.series[since.series];
  const unit = epoch !== undefined || series?.xUnit === 'epoch' ? 'epoch' : 'step';
  const of = series ? ` (${inert(series.name)})` : '';
  const place = `${unit} ${writePosition(epoch ?? x)}${of}`;
  return `${words.since}: ${place}${line === undefined ? '' : `, ${words.line} ${line}`}`;
}
