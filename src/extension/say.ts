import * as vscode from 'vscode';
import { nameMetric, type Phrase } from '../analysis/index.js';

/** A phrase of the engine in the language of the editor. */
export function say({ text, args, metric }: Phrase): string {
  return nameMetric(vscode.l10n.t(text, ...args), metric);
}
