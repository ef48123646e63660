import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type FaultPoint, type FaultReader, type Order, pause } from './fault.js';

/** Bytes of the output that are searched for names. */
const TEXT = 5_000_000;
const SIGNALS = { stop: 'SIGTERM', kill: 'SIGKILL', freeze: 'SIGSTOP', thaw: 'SIGCONT' } as const;

interface PointEvent {
  readonly event: string;
  readonly name: string;
  readonly x: number;
  readonly y: number | string;
}

/** `losscope watch --json --state DIR` as a process of its own, under the limits that the fault asks for. */
export class CommandReader implements FaultReader {
  readonly #fault: Fault;
  readonly #home: string;
  #paths: readonly string[] = [];
  #child: ChildProcess | undefined;

  constructor(fault: Fault, home: string) {
    this.#fault = fault;
    this.#home = home;
  }

  start(paths: readonly string[]): void {
    this.#paths = paths;
    const state = join(this.#home, 'state');
    const call = [process.execPath, 'dist/cli.js', 'watch', '--json', '--state', state, ...paths];
    const [command = '', ...args] = limited(this.#fault, call);
    const out = openSync(this.#out, 'a');
    this.#child = spawn(command, args, { stdio: ['ignore', out, out] });
    closeSync(out);
  }

  async obey(order: Order): Promise<void> {
    if (order === 'start') {
      this.start(this.#paths);
      return pause(1500);
    }
    this.#child?.kill(SIGNALS[order]);
    if (order === 'stop' || order === 'kill') await this.#gone();
  }

  async shown(): Promise<readonly FaultPoint[]> {
    const counts = new Map<string, number>();
    for (const event of events(readFileSync(this.#out, 'utf8'))) {
      const by = event.event === 'point' ? 1 : event.event === 'withdrawn' ? -1 : 0;
      const key = `${event.x} ${event.y}`;
      if (by !== 0 && /loss|损失/.test(event.name)) counts.set(key, (counts.get(key) ?? 0) + by);
    }
    return [...counts].flatMap(([key, times]) => {
      const [step = '', loss = ''] = key.split(' ');
      return Array.from({ length: times }, () => ({ step: Number(step), loss }));
    });
  }

  text(): string {
    return readFileSync(this.#out, 'utf8').slice(0, TEXT);
  }

  memory(): number | undefined {
    if (!this.#isAlive) return undefined;
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  async end(): Promise<string | undefined> {
    if (!this.#isAlive) return 'it was no longer there';
    const before = performance.now();
    await this.obey('stop');
    const ms = performance.now() - before;
    return ms > 1000 ? `it took ${Math.round(ms)} ms to stop` : undefined;
  }

  get #out(): string {
    return join(this.#home, 'out.jsonl');
  }

  get #isAlive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  async #gone(): Promise<void> {
    for (let waited = 0; this.#isAlive && waited < 3000; waited += 10) await pause(10);
    this.#child?.kill('SIGKILL');
  }
}

function limited({ asUser, noInotify, nofile }: Fault, call: readonly string[]): readonly string[] {
  if (asUser) return ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...call];
  if (nofile) return ['prlimit', `--nofile=${nofile}`, ...call];
  if (!noInotify) return call;
  const none = 'echo 0 > /proc/sys/user/max_inotify_watches; exec "$@"';
  return ['unshare', '-Ur', 'sh', '-c', none, 'sh', ...call];
}

/** Whole lines alone: a reader that was killed may have left half of one. */
function events(text: string): PointEvent[] {
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{"event":') || !line.endsWith('}')) return [];
    return JSON.parse(line) as PointEvent;
  });
}
