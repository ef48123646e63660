import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import { describeRun } from './chartDescription.js';
import { diagnosisText } from './diagnosisText.js';
import type { Documents } from './documents.js';
import type { EngineClient } from './engineClient.js';
import { marksOfRun } from './marksOfRun.js';
import { progressOf } from './runRows.js';
import { say } from './say.js';
import { stateWord } from './verdictWords.js';

/** Opens the verdicts of a run with their proof, as Markdown. */
export async function showDiagnosis(run: RunSummary, documents: Documents): Promise<void> {
  const text = diagnosisText(run, say, {
    none: vscode.l10n.t('Nothing can be said yet: no reading has come.'),
    evidence: vscode.l10n.t('Evidence'),
    measured: vscode.l10n.t('Measured'),
    needed: vscode.l10n.t('Needed'),
    isNot: vscode.l10n.t('What it is not'),
    causes: vscode.l10n.t('Candidate causes, the likeliest first'),
    advice: vscode.l10n.t('What to do'),
    since: vscode.l10n.t('Since'),
    line: vscode.l10n.t('line'),
  });
  await documents.showMarkdown(vscode.l10n.t('Diagnosis of {0}', run.name), text);
}

/** Opens what the chart shows as sentences, for screen readers. */
export async function showDescription(
  run: RunSummary,
  documents: Documents,
  engine: EngineClient,
): Promise<void> {
  const text = describeRun(run, await marksOfRun(engine, run), say, {
    state: stateSentence,
    series: (name, count, last, at) =>
      vscode.l10n.t('{0}: {1} points, last {2} at {3}.', name, count, last, at),
    causes: (list) => vscode.l10n.t('Candidate causes, the likeliest first: {0}.', list),
    advice: (list) => vscode.l10n.t('What to do: {0}', list),
    best: (value, at) => vscode.l10n.t('Best {0} at {1}.', value, at),
    line: (line) => vscode.l10n.t('Line {0}.', line),
  });
  await documents.showText(vscode.l10n.t('Description of {0}', run.name), text);
}

function stateSentence(run: RunSummary): string {
  const { unit, at } = progressOf(run);
  const state = stateWord(run.state);
  if (unit === 'epoch') return vscode.l10n.t('State: {0}, epoch {1}.', state, at);
  if (unit === 'step') return vscode.l10n.t('State: {0}, step {1}.', state, at);
  return vscode.l10n.t('State: {0}.', state);
}
