import * as vscode from 'vscode';
import type { EngineClient } from './engineClient.js';
import { withoutLinks } from './markdown.js';
import { say } from './say.js';

/** Says of each pattern in the settings that cannot be used why, once. */
export function warnOfFormats(engine: EngineClient): vscode.Disposable {
  const said = new Set<string>();
  return engine.onDidFindWrongFormat(async ({ pattern, message }) => {
    if (said.has(pattern)) return;
    said.add(pattern);
    const open = vscode.l10n.t('Open Settings');
    const text = vscode.l10n.t('losscope.formats: {0}', say(message));
    const choice = await vscode.window.showWarningMessage(withoutLinks(text), open);
    if (choice === open)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'losscope.formats');
  });
}
