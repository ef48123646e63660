import * as vscode from 'vscode';
import type { Phrase } from '../analysis/index.js';

/** A phrase of the engine in the language of the editor. */
export function say({ text, args }: Phrase): string {
  return vscode.l10n.t(text, ...args);
}
