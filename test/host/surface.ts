import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.js';

/** What package.json promises is there once the extension is active. */
export function surface(): void {
  suite('surface', () => {
    test('the extension activates by itself', async () => {
      const extension = vscode.extensions.getExtension('losscope.losscope');
      assert.ok(extension, 'the extension is installed');
      await until('the extension to be active', () => extension.isActive);
    });

    test('every contributed command is registered', async () => {
      const extension = vscode.extensions.getExtension('losscope.losscope');
      const rows: { command: string }[] = extension?.packageJSON.contributes.commands;
      const known = new Set(await vscode.commands.getCommands(true));
      assert.deepEqual(
        rows.map(({ command }) => command).filter((command) => !known.has(command)),
        [],
      );
    });

    test('a lone carriage return is a line break in the editor, as logLines.ts counts', async () => {
      const document = await vscode.workspace.openTextDocument({ content: 'a\rb\nc' });
      assert.equal(document.lineCount, 3);
    });
  });
}
