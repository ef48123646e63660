import * as assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.js';

const STEPS = 40;
/** The log says nan from this step on; its line is two further, after the headline. */
const BREAKS_AT = 30;

function line(step: number): string {
  return `step ${step} loss ${step < BREAKS_AT ? (4 / (step + 2)).toFixed(4) : 'nan'}\n`;
}

/** A run that breaks while it is watched: followed, judged, shown, muted, forgotten. */
export function curves(folder: string): void {
  suite('a run that breaks', () => {
    const file = join(folder, 'breaks.log');
    const uri = vscode.Uri.file(file);
    const problems = () => vscode.languages.getDiagnostics(uri);

    suiteSetup(() => {
      writeFileSync(file, 'training starts\n');
      for (let step = 0; step < STEPS; step++) appendFileSync(file, line(step));
    });
    suiteTeardown(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(file, { force: true });
    });

    test('stands in Problems on the line where it began', async () => {
      const [problem] = await until('a Problems entry', () => problems().length > 0 && problems());
      assert.equal(problem?.source, 'Losscope');
      assert.equal(problem?.code, 'nan');
      assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(problem?.range.start.line, BREAKS_AT + 1);
    });

    test('opens its curves in a tab', async () => {
      await vscode.commands.executeCommand('losscope.openFileCurves', uri);
      await until('the tab of the curves', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => label === 'Curves: breaks.log'),
      );
    });

    test('is diagnosed in a document with its proof', async () => {
      await vscode.commands.executeCommand('losscope.diagnose');
      const document = await until('the diagnosis', () => shown('markdown'));
      // An invisible sign parts a name that a preview would take for an address.
      assert.match(document.getText(), /^# breaks\\?\.\u2060?log/);
      assert.match(document.getText(), /NaN/);
      assert.match(document.getText(), /line 32/);
    });

    test('is described in sentences for a screen reader', async () => {
      await vscode.commands.executeCommand('losscope.describeChart');
      const document = await until('the description', () => shown('plaintext'));
      assert.match(document.getText(), /loss: 40 points, last NaN/);
    });

    test('leads to the line in the log', async () => {
      await vscode.commands.executeCommand('losscope.showLogLine', undefined, BREAKS_AT + 2);
      const editor = await until('the log', () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.fsPath === file && active;
      });
      await until('the line', () => editor.selection.active.line === BREAKS_AT + 1);
      assert.equal(editor.document.lineAt(editor.selection.active).text, line(BREAKS_AT).trim());
    });

    test('leaves Problems while it is muted', async () => {
      await vscode.commands.executeCommand('losscope.muteRun');
      await until('no Problems entry', () => problems().length === 0);
      await vscode.commands.executeCommand('losscope.muteRun');
      await until('the Problems entry again', () => problems().length === 1);
    });

    test('leaves Problems when the log is gone', async () => {
      rmSync(file);
      await until('no Problems entry', () => problems().length === 0);
    });
  });
}

/** A document of ours; the diagnosis is seen through the Markdown preview, so it has no editor. */
function shown(language: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri, languageId }) => uri.scheme === 'losscope' && languageId === language,
  );
}
