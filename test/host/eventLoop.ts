import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.js';

const MIB = 500;
const BAR_MS = 50;

/** Writes the log from another process, so that the writing is not what is measured. */
const WRITER = `
const { openSync, writeSync } = require('node:fs');
const file = openSync(process.argv[1], 'w');
let step = 0;
for (let bytes = 0; bytes < ${MIB} * 2 ** 20; ) {
  let text = '';
  for (let row = 0; row < 5000; row++, step++) {
    text += 'step ' + step + ' loss ' + (2 / (1 + step / 1e5) + 0.1).toFixed(6) + ' lr 1.0e-04 tokens_per_second 48211.7 gpu_memory 18.4GB\\n';
  }
  bytes += writeSync(file, text);
}`;

/** The host stays free while a large log is read: the reading is the worker's. */
export function eventLoop(folder: string): void {
  suite('a log of 500 MiB', () => {
    const file = join(folder, 'large.log');
    suiteTeardown(() => rmSync(file, { force: true }));

    test('opens without holding the extension host up', async function () {
      this.timeout(240_000);
      const writer = spawn(process.execPath, ['-e', WRITER, file]);
      await once(writer, 'exit');
      assert.ok(statSync(file).size >= MIB * 2 ** 20);

      const turns = watchTurns();
      const start = Date.now();
      await vscode.commands.executeCommand('losscope.openFileCurves', vscode.Uri.file(file));
      await until('the tab', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => label === 'Curves: large.log'),
      );
      await new Promise((done) => setTimeout(done, 20_000));
      const { busyMs, lateMs } = turns.end();
      console.log(
        `losscope-host: ${MIB} MiB log opened, watched ${Date.now() - start} ms: longest turn of the host ${busyMs.toFixed(1)} ms of work (bar ${BAR_MS} ms), latest timer ${lateMs.toFixed(1)} ms`,
      );
      assert.ok(busyMs < BAR_MS, `the host worked for ${busyMs.toFixed(1)} ms in one turn`);
    });
  });
}

const TICK_MS = 5;

/**
 * The longest turn of this event loop, as processor time of this thread: a busy machine that lets the
 * host wait is not the host's doing. `lateMs` is what a timer saw, waiting included.
 */
function watchTurns(): { end(): { readonly busyMs: number; readonly lateMs: number } } {
  let [wall, work] = [performance.now(), workMs()];
  let [busyMs, lateMs] = [0, 0];
  const timer = setInterval(() => {
    const [now, worked] = [performance.now(), workMs()];
    lateMs = Math.max(lateMs, now - wall - TICK_MS);
    busyMs = Math.max(busyMs, worked - work);
    [wall, work] = [now, worked];
  }, TICK_MS);
  return {
    end: () => {
      clearInterval(timer);
      return { busyMs, lateMs };
    },
  };
}

/** Processor time of this thread; where this Node cannot tell it (before 23.9), the clock. */
function workMs(): number {
  const { threadCpuUsage } = process as {
    threadCpuUsage?: () => { readonly user: number; readonly system: number };
  };
  if (!threadCpuUsage) return performance.now();
  const { user, system } = threadCpuUsage.call(process);
  return (user + system) / 1000;
}
