// A 500 MB log opens in the worker: how long is the thread of the caller blocked meanwhile?
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { FromEngine, ToEngine } from '../../src/protocol.js';
import { generatedLog, scratch } from './parts/inputs.js';
import { printRow } from './parts/row.js';

const MIB = Number(process.env.LOSSCOPE_BENCH_MIB ?? 500);
const file = generatedLog(scratch(), MIB, 0.97);
if (file) await open(file);

async function open(log: string): Promise<void> {
  const worker = new Worker('./dist/engine.js');
  const send = (message: ToEngine) => worker.postMessage(message);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let frames = 0;
  let newest = '';
  let firstFrameMs = Number.NaN;
  const startedAt = performance.now();
  await new Promise<void>((done) => {
    worker.on('message', (message: FromEngine) => {
      if (message.type === 'frame' && message.frame.run.points > 0 && frames++ === 0) {
        firstFrameMs = performance.now() - startedAt;
      }
      if (message.type === 'runs') newest = message.runs.at(-1)?.id ?? newest;
      if (message.type === 'fault') console.log(message.stack);
      if (message.type === 'source' && message.source.state === 'followed') done();
      if (message.type === 'runs' && frames === 0) wish(send, message.runs[0]?.id ?? '');
    });
    delay.enable();
    send({ type: 'start', roots: [log], exclude: [] });
  });
  const openMs = performance.now() - startedAt;
  delay.disable();
  // The log tells of many trainings; the last of them is the one that grows.
  wish(send, newest);
  const appendedMs = await appendToFrame(worker, log);
  send({ type: 'stop' });
  await worker.terminate();
  console.log(`${MIB} MiB in ${Math.round(openMs)} ms, ${frames} frames while it was read`);
  printRow(`${MIB} MiB log: caller blocked at most`, delay.max / 1e6 - 5, 50, 'ms');
  printRow(`${MIB} MiB log: first frame`, firstFrameMs, 1000, 'ms');
  printRow(`append to frame, ${MIB} MiB log`, appendedMs, 250, 'ms');
}

function wish(send: (message: ToEngine) => void, run: string): void {
  const view = { run, axis: 'step', pixels: 1200, smoothing: 0.6 } as const;
  send({ type: 'openView', view: 1, wish: view });
}

/** Milliseconds from an append to the frame that shows it. */
function appendToFrame(worker: Worker, log: string): Promise<number> {
  return new Promise((done) => {
    setTimeout(() => {
      const at = performance.now();
      worker.on(
        'message',
        ({ type }: FromEngine) => type === 'frame' && done(performance.now() - at),
      );
      // A shape that this log has: one that is new to it counts from its second line on only.
      appendFileSync(log, "{'loss': 0.4123, 'learning_rate': 1e-05, 'epoch': 9.99}\n");
    }, 1500);
  });
}
