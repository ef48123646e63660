import { dirname, join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { curves } from './curves.js';
import { eventLoop } from './eventLoop.js';
import { patterns } from './patterns.js';
import { surface } from './surface.js';

/**
 * Runs inside the real extension host: VS Code calls it, a rejection means failure. The report lands
 * beside the workspace, as host-results.json, for the driver.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) throw new Error('the host tests need a workspace folder');
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 30_000,
    reporter: 'json',
    reporterOptions: { output: join(dirname(folder), 'host-results.json') },
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  surface();
  curves(folder);
  patterns(folder);
  eventLoop(folder);
  const failures = await new Promise<number>((done) => {
    mocha.run(done);
  });
  if (failures > 0) throw new Error(`${failures} host tests failed`);
}
