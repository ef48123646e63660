import * as vscode from 'vscode';
import type { House } from './house.js';
import { namedRun } from './namedRun.js';

/** Explains the log that is named: a file, a run, else the file in the editor, else the chosen run. */
export async function explainLog(house: House, named: unknown): Promise<void> {
  const file = fileOf(house, named);
  if (file !== undefined) {
    await house.explanations.show(file);
    return;
  }
  const text = vscode.l10n.t(
    'Open a log in the editor, or choose a run: there is none to explain.',
  );
  void vscode.window.showInformationMessage(text);
}

function fileOf({ engine, choice }: House, named: unknown): string | undefined {
  if (named instanceof vscode.Uri) return named.scheme === 'file' ? named.fsPath : undefined;
  const run = namedRun(engine, named);
  if (run) return run.file;
  const edited = vscode.window.activeTextEditor?.document.uri;
  return edited?.scheme === 'file' ? edited.fsPath : choice.run?.file;
}
