import { type Ending, type Phrase, type Verdict, writePosition } from '../analysis/index.js';
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
  readonly advice: string;
  readonly since: string;
  readonly line: string;
}

/** All verdicts of a run as Markdown, the gravest first, each with its proof and what to do. */
export function diagnosisText(run: RunSummary, say: Say, words: DiagnosisWords): string {
  const blocks = [
    ...(run.ending ? [endingBlock(run.ending, say, words)] : []),
    ...run.verdicts.map((verdict) => verdictBlock(run, verdict, say, words)),
  ];
  const body = blocks.length > 0 ? blocks.join('\n') : `${words.none}\n`;
  return `# ${inert(run.name)}\n\n${body}`;
}

function endingBlock({ title, because, advice }: Ending, say: Say, words: DiagnosisWords): string {
  const parts = [`## ${inert(say(title))}`, inert(say(because)), ...actsOf(advice, say, words)];
  return `${parts.join('\n\n')}\n`;
}

function actsOf(advice: readonly Phrase[], say: Say, words: DiagnosisWords): string[] {
  const acts = advice.map((act, index) => `${index + 1}. ${inert(say(act))}`);
  return acts.length > 0 ? [`**${words.advice}**\n\n${acts.join('\n')}`] : [];
}

function verdictBlock(run: RunSummary, verdict: Verdict, say: Say, words: DiagnosisWords): string {
  const { title, because, evidence, advice } = verdict;
  const parts = [`## ${inert(say(title))}`, inert(say(because))];
  if (evidence.length > 0) {
    const rows = evidence.map(({ label, measured, needed, holds }) =>
      tableRow([holds ? '✓' : ' ', inert(say(label)), inert(measured), inert(say(needed))]),
    );
    const head = tableRow(['', words.evidence, words.measured, words.needed]);
    parts.push([head, '|---|---|---:|---|', ...rows].join('\n'));
  }
  parts.push(...actsOf(advice, say, words), sinceText(run, verdict, words));
  return `${parts.join('\n\n')}\n`;
}

function sinceText(run: RunSummary, { since }: Verdict, words: DiagnosisWords): string {
  const series = run.series[since.series];
  const at = `${series ? inert(series.name) : ''} ${writePosition(since.epoch ?? since.x)}`.trim();
  const line = since.line === undefined ? '' : `, ${words.line} ${since.line}`;
  return `${words.since}: ${at}${line}`;
}
