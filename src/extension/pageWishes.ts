import * as vscode from 'vscode';
import type { FromWebview } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { exportCsv, exportPicture } from './exportCurves.js';

/** What the page asks of the editor, done here: the page itself changes nothing. */
export async function grantWish(
  message: Extract<FromWebview, { type: 'export' | 'command' }>,
  engine: EngineClient,
): Promise<void> {
  if (message.type === 'command') {
    await vscode.commands.executeCommand(`losscope.${message.command}`);
    return;
  }
  const run = engine.run(message.run);
  if (!run) return;
  if (message.as === 'csv') await exportCsv(run, engine);
  else if (message.data !== undefined) await exportPicture(run, message.as, message.data);
}
