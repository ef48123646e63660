import * as vscode from 'vscode';
import type { VerdictCode } from '../analysis/index.js';
import type { RunState } from '../protocol.js';

/** A verdict in one or two words, for the status bar and the tree. */
export function verdictWord(code: VerdictCode): string {
  const words: Readonly<Record<VerdictCode, string>> = {
    'too-early': vscode.l10n.t('too early'),
    learning: vscode.l10n.t('learning'),
    converged: vscode.l10n.t('converged'),
    'not-learning': vscode.l10n.t('not learning'),
    plateau: vscode.l10n.t('no progress'),
    'generalisation-stalled': vscode.l10n.t('validation stalled'),
    'too-slow': vscode.l10n.t('slow'),
    spike: vscode.l10n.t('spike'),
    oscillating: vscode.l10n.t('oscillating'),
    'val-below-train': vscode.l10n.t('validation below training'),
    'val-never-improved': vscode.l10n.t('validation never improved'),
    'suspect-data': vscode.l10n.t('suspect data'),
    overfitting: vscode.l10n.t('overfitting'),
    'stalled-log': vscode.l10n.t('no new lines'),
    diverging: vscode.l10n.t('diverging'),
    nan: vscode.l10n.t('NaN'),
  };
  return words[code];
}

/** The state of a run in a word. */
export function stateWord(state: RunState): string {
  const words = {
    reading: vscode.l10n.t('reading'),
    live: vscode.l10n.t('live'),
    idle: vscode.l10n.t('idle'),
    finished: vscode.l10n.t('finished'),
    crashed: vscode.l10n.t('crashed'),
    gone: vscode.l10n.t('file is gone'),
  };
  return words[state];
}
