import * as vscode from 'vscode';
import type { EngineClient } from './engineClient.js';
import { withoutLinks } from './markdown.js';
import { say } from './say.js';

/** Says of each setting of the rules that cannot be used why, once for each wrong value. */
export function warnOfRules(engine: EngineClient): vscode.Disposable {
  const said = new Set<string>();
  return engine.onDidFindWrongRule(async (message) => {
    const text = vscode.l10n.t('losscope.rules: {0}', say(message));
    if (said.has(text)) return;
    said.add(text);
    const open = vscode.l10n.t('Open Settings');
    const choice = await vscode.window.showWarningMessage(withoutLinks(text), open);
    if (choice === open)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'losscope.rules');
  });
}
