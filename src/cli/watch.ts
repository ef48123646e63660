import { resolve } from 'node:path';
import { type LinePattern, printable, sayPhrase } from '../analysis/index.js';
import { Engine } from '../engine/engine.js';
import { sourceReader } from '../engine/sources/sourceReader.js';
import type { ColumnsOfSeries, FromEngine, Handlers, RunSummary } from '../protocol.js';
import { type Command, type Io, UsageError } from './command.js';
import { jsonLine } from './jsonLine.js';
import { compiledPatterns } from './patternOption.js';
import { Hook } from './watch/hook.js';
import { runLine } from './watch/runBoard.js';
import { WatchEvents } from './watch/watchEvents.js';
import { type WatchOptions, watchOptions } from './watch/watchOptions.js';

export const watch: Command = {
  name: 'watch',
  usage:
    "watch PATH... [--json] [--state DIR] [--on warning|error --exec 'CMD'] [--pattern P]... [--set NAME=VALUE]... [--rules FILE]",
  does: 'Follows logs live: curves, verdicts and crashes as they come, until it is stopped; --exec runs for each that is grave.',
  async run(args, io) {
    const options = watchOptions(args);
    if (options.paths.length === 0) throw new UsageError(`usage: losscope ${watch.usage}`);
    const patterns = await compiledPatterns(options.patterns);
    await new Watch(options, patterns, io).untilStopped();
    return 0;
  },
};

/** The engine in this process, and what is printed of what it says. */
class Watch {
  readonly #options: WatchOptions;
  readonly #io: Io;
  readonly #engine: Engine;
  readonly #runs = new Map<string, RunSummary>();
  readonly #lines = new Map<string, string>();
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  readonly #events: WatchEvents | undefined;
  readonly #hook: Hook;

  constructor(options: WatchOptions, patterns: readonly LinePattern[], io: Io) {
    this.#options = options;
    this.#io = io;
    this.#events = options.json ? new WatchEvents((events) => io.out(linesOf(events))) : undefined;
    this.#hook = new Hook(options, io);
    this.#engine = new Engine({
      newReader: (file, how) => sourceReader(file, { ...how, patterns }),
      emit: (message) => this.#hear(message),
    });
  }

  /** Ends with SIGTERM and SIGINT; what is on its way to stdout still arrives. */
  untilStopped(): Promise<void> {
    return new Promise((done) => {
      const stop = () => {
        clearTimeout(this.#timer);
        this.#askForWaiting();
        this.#engine.dispose();
        done();
      };
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
      const { paths, state, json, rules } = this.#options;
      this.#engine.receive({
        type: 'start',
        roots: paths.map((path) => resolve(path)),
        exclude: [],
        everyPoint: json,
        everyVerdict: true,
        rules,
        stateDir: state && resolve(state),
      });
    });
  }

  #hear(message: FromEngine): void {
    const handle = this.#handlers[message.type] as (message: FromEngine) => void;
    handle(message);
  }

  readonly #handlers: Handlers<FromEngine> = {
    runs: (message) => {
      for (const run of message.runs) this.#runs.set(run.id, run);
      if (this.#events) this.#events.runs(message);
      else this.#changed(message.runs);
      for (const run of message.runs) this.#hook.run(run);
    },
    runGone: ({ run }) => {
      this.#runs.delete(run);
      this.#lines.delete(run);
      this.#hook.gone(run);
    },
    readings: (message) => this.#events?.readings(message),
    withdrawn: (message) => this.#events?.withdrawn(message),
    verdict: (message) => {
      const run = this.#runs.get(message.run);
      if (!run) return;
      this.#events?.verdict(message);
      this.#hook.verdict(message.change, run);
    },
    source: (message) => {
      if (this.#events) this.#events.source(message);
      else this.#tellSource(message.source);
    },
    columns: ({ run, series }) => run && this.#show(run, series),
    found: () => {},
    frame: () => {},
    pong: () => {},
    // The command line explains with `extract`, and names wrong patterns and rules before it starts.
    explained: () => {},
    tried: () => {},
    wrongFormat: () => {},
    wrongRule: () => {},
    fault: ({ where, stack }) => this.#io.err(`losscope watch: ${where}: ${firstLine(stack)}\n`),
  };

  /** A person reads a line a second at most. */
  #changed(runs: readonly RunSummary[]): void {
    for (const { id } of runs) this.#waiting.add(id);
    this.#timer ??= setTimeout(() => this.#askForWaiting(), this.#lines.size === 0 ? 0 : 1000);
  }

  /** A sparkline needs the columns: they come as the answer. */
  #askForWaiting(): void {
    this.#timer = undefined;
    for (const run of this.#waiting) this.#engine.receive({ type: 'columns', request: 0, run });
    this.#waiting.clear();
  }

  #show(run: RunSummary, series: readonly ColumnsOfSeries[]): void {
    const line = runLine(run, series);
    if (this.#lines.get(run.id) === line) return;
    this.#lines.set(run.id, line);
    if (!process.stdout.isTTY) this.#io.out(`${line}\n`);
    else this.#repaint();
  }

  /** Every run keeps its line on the screen. */
  #repaint(): void {
    const width = process.stdout.columns;
    const lines = [...this.#lines.values()].map((line) => `${line.slice(0, width - 1)}\x1b[K\n`);
    this.#io.out(`\x1b[H${lines.join('')}\x1b[J`);
  }

  #tellSource({ file, state, message }: Extract<FromEngine, { type: 'source' }>['source']): void {
    if (message && (state === 'unreadable' || state === 'not-text')) {
      this.#io.err(`losscope watch: ${printable(file)}: ${sayPhrase(message)}\n`);
    }
  }
}

/** All that comes together is written together: a kill in the middle leaves no half of it. */
const linesOf = (events: readonly object[]): string => events.map(jsonLine).join('');

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
