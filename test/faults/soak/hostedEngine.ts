import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { FromEngine, RunSummary, ToEngine, View } from '../../../src/protocol.js';

type Columns = Extract<FromEngine, { readonly type: 'columns' }>;

/** What the engine's thread holds after its garbage was collected, and how late its turns were. */
export interface Probe {
  readonly bytes: number;
  readonly p99Ms: number;
}

/** The bundle as it ships, with an ear beside it that the engine does not know of. */
const SCRIPT = `
const { workerData } = require('node:worker_threads');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
workerData.ear.on('message', () => {
  const p99Ms = delay.percentile(99) / 1e6;
  gc();
  const { heapUsed, external } = process.memoryUsage();
  workerData.ear.postMessage({ bytes: heapUsed + external, p99Ms });
});
require(workerData.engine);`;

/**
 * The engine as the editor has it: the built worker, and this thread in place of the extension host,
 * which keeps a copy of what is said and counts it.
 */
export class HostedEngine {
  readonly runs = new Map<string, RunSummary>();
  /** When which messages came, by their type, in ms of the clock of this thread. */
  readonly heard = new Map<FromEngine['type'], number[]>();
  readonly faults: string[] = [];
  readonly #delay = monitorEventLoopDelay({ resolution: 1 });
  readonly #ear = new MessageChannel();
  readonly #worker: Worker;
  readonly #columns = new Map<number, (columns: Columns) => void>();
  #asked = 0;

  constructor() {
    const { port1, port2 } = this.#ear;
    this.#worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { ear: port2, engine: resolve('dist/engine.js') },
      transferList: [port2],
    });
    port1.unref();
    this.#worker.on('message', (message: FromEngine) => this.#hear(message));
    this.#worker.on('error', (error) => this.faults.push(String(error.stack)));
  }

  start(root: string): void {
    this.#send({ type: 'start', roots: [root], exclude: [] });
  }

  openView(wish: View): void {
    this.#send({ type: 'openView', view: 1, wish });
  }

  /** From here on counts: how late this thread was, and what it heard. */
  beginCounting(): void {
    this.heard.clear();
    this.#delay.reset();
    this.#delay.enable();
  }

  /** 99th percentile of how late this thread was, in ms. */
  get p99Ms(): number {
    return this.#delay.percentile(99) / 1e6;
  }

  /** The longest that it was late, in ms. */
  get maxMs(): number {
    return this.#delay.max / 1e6;
  }

  get points(): number {
    let points = 0;
    for (const run of this.runs.values()) points += run.points;
    return points;
  }

  probe(): Promise<Probe> {
    const { port1 } = this.#ear;
    return new Promise((done) => {
      port1.once('message', done);
      port1.postMessage('');
    });
  }

  columns(run: string): Promise<Columns> {
    const request = ++this.#asked;
    return new Promise((done) => {
      this.#columns.set(request, done);
      this.#send({ type: 'columns', request, run });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromEngine): void {
    const times = this.heard.get(message.type) ?? [];
    this.heard.set(message.type, times);
    times.push(performance.now());
    if (message.type === 'runs') for (const run of message.runs) this.runs.set(run.id, run);
    if (message.type === 'runGone') this.runs.delete(message.run);
    if (message.type === 'fault') this.faults.push(`${message.where}: ${message.stack}`);
    if (message.type !== 'columns') return;
    this.#columns.get(message.request)?.(message);
    this.#columns.delete(message.request);
  }
}

/** What this process holds of the system: open files, sockets and pipes, and watches of inotify. */
export function handles(): number {
  const open = readdirSync('/proc/self/fdinfo');
  const watches = open.map((fd) => {
    try {
      return readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8').match(/^inotify wd/gm)?.length ?? 0;
    } catch (error) {
      // The listing itself was one of them.
      if (!(error instanceof Error && 'code' in error)) throw error;
      return 0;
    }
  });
  return open.length + watches.reduce((sum, count) => sum + count, 0);
}

/** So long that a message which waited for this thread does not count among those after it. */
const WINDOW_MS = 5000;

/** How many came a second, in the five seconds with most of them. */
export function mostASecond(times: readonly number[]): number {
  let from = 0;
  let most = 0;
  times.forEach((time, at) => {
    while ((times[from] ?? time) <= time - WINDOW_MS) from++;
    most = Math.max(most, at - from + 1);
  });
  return (1000 * most) / WINDOW_MS;
}
