import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
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

      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const start = Date.now();
      await vscode.commands.executeCommand('losscope.openFileCurves', vscode.Uri.file(file));
      await until('the tab', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ label }) => label === 'Curves: large.log'),
      );
      await new Promise((done) => setTimeout(done, 20_000));
      delay.disable();
      const worst = delay.max / 1e6;
      console.log(
        `losscope-host: ${MIB} MiB log opened, host event loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, worst ${worst.toFixed(1)} ms in ${Date.now() - start} ms, bar ${BAR_MS} ms`,
      );
      assert.ok(worst < BAR_MS, `the host stood still for ${worst.toFixed(1)} ms`);
    });
  });
}
