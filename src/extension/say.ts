import * as vscode from 'vscode';
import { nameMetric, type Phrase, printable } from '../analysis/index.js';

/** A phrase of the engine in the language of the editor. What it tells of a log cannot turn it about. */
export function say({ text, args, metric }: Phrase): string {
  return printable(nameMetric(vscode.l10n.t(text, ...args), metric));
}
