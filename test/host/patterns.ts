import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.js';

/** A log that only a pattern can read, with text that would like to be more than text. */
const LINES = [
  '[click](command:workbench.action.quit) <img src=x onerror=alert(1)> **bold** 7',
  ...Array.from({ length: 20 }, (_, i) => `quux ~ ${i} ~ ${(5 / (i + 1)).toFixed(3)} ~ 0.5`),
];

/** A log that nobody reads: explained, and read by a pattern that a click makes of one of its lines. */
export function patterns(folder: string): void {
  suite('a log that needs a pattern', () => {
    const file = join(folder, 'odd.log');
    const uri = vscode.Uri.file(file);
    const settings = () => vscode.workspace.getConfiguration();
    const explanation = () =>
      vscode.workspace.textDocuments.find(
        (one) => one.uri.scheme === 'losscope' && one.uri.path.includes('odd.log'),
      );

    suiteSetup(() => writeFileSync(file, LINES.map((line) => `${line}\n`).join('')));
    suiteTeardown(async () => {
      const { Workspace } = vscode.ConfigurationTarget;
      await settings().update('losscope.formats', undefined, Workspace);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(file, { force: true });
    });

    test('is explained as plain text, its lines as they are', async () => {
      await vscode.commands.executeCommand('losscope.explainLog', uri);
      const document = await until('the explanation', explanation);
      assert.equal(document.languageId, 'plaintext');
      assert.match(document.getText(), /21 lines, 21 of them with numbers: 0 readings\./);
      assert.match(document.getText(), /20 lines, first 2:/);
      assert.ok(document.getText().includes('[click](command:workbench.action.quit)'));
    });

    test('offers a pattern above each form of line', async () => {
      const document = await until('the explanation', explanation);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      assert.deepEqual(
        lenses.map(({ command }) => command?.command),
        ['losscope.makePattern', 'losscope.makePattern'],
      );
      const [first] = lenses;
      assert.match(document.lineAt(first?.range.start.line ?? 0).text, /20 lines/);
      const [wish] = first?.command?.arguments ?? [];
      assert.equal(wish.pattern, 'quux ~ \\step ~ \\value ~ \\value_2');
    });

    test('is read by the pattern once it was accepted', async () => {
      const line = 'quux ~ 7 ~ 0.625 ~ 0.5';
      const pattern = 'quux ~ \\step ~ \\loss ~ \\val_loss';
      const wish = { file, line, pattern, others: [{ text: line, count: 20 }] };
      const made = vscode.commands.executeCommand('losscope.makePattern', wish);
      // First the pattern is accepted as it is, then the first place to keep it.
      let isMade = false;
      void made.then(() => {
        isMade = true;
      });
      for (let tries = 0; !isMade && tries < 100; tries++) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise((done) => setTimeout(done, 200));
      }
      assert.deepEqual(settings().get('losscope.formats'), [pattern]);
      const document = await until('the explanation', explanation);
      await until('the readings', () => /: 40 readings\./.test(document.getText())).catch(() => {
        assert.match(document.getText(), /: 40 readings\./);
      });
      assert.ok(document.getText().includes(`Your pattern ${pattern}`));
    });
  });
}
