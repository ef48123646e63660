import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Phrase } from '../analysis/index.js';
import type {
  ColumnsOfSeries,
  Explained,
  Frame,
  FromEngine,
  Handlers,
  RunSummary,
  Searched,
  SourceState,
  ToEngine,
  Trial,
  View,
} from '../protocol.js';
import type { Places } from './places.js';
import { filesOf } from './runWords.js';

export interface Columns {
  readonly run: RunSummary;
  readonly series: readonly ColumnsOfSeries[];
}

/** A run that is no more: its file is gone, or the engine starts anew and will tell of it again. */
export interface LostRun {
  readonly run: string;
  readonly why: 'gone' | 'restart';
}

interface OpenView {
  wish: View;
  readonly onFrame: (frame: Frame) => void;
}

/** A pattern of the settings that cannot be used, and why. */
export type WrongFormat = Extract<FromEngine, { readonly type: 'wrongFormat' }>;

interface Explaining {
  readonly file: string;
  readonly resolve: (explained: Explained | undefined) => void;
}

/** How often a worker that crashed is started again before the user is asked. */
const RESTARTS = 1;

/**
 * The engine as the host sees it: starts the worker, sends wishes, keeps a copy of what it said.
 * The worker owns every fact; when it is started anew, all copies are dropped and told as gone.
 */
export class EngineClient implements vscode.Disposable {
  readonly #runs = new Map<string, RunSummary>();
  readonly #sources = new Map<string, SourceState>();
  readonly #views = new Map<number, OpenView>();
  readonly #columns = new Map<number, (columns: Columns | undefined) => void>();
  readonly #explained = new Map<number, Explaining>();
  readonly #tried = new Map<number, (trial: Trial | undefined) => void>();
  readonly #followed = new Set<string>();
  readonly #runsChanged = new vscode.EventEmitter<readonly RunSummary[]>();
  readonly #runGone = new vscode.EventEmitter<LostRun>();
  readonly #sourceChanged = new vscode.EventEmitter<SourceState>();
  readonly #searchEnded = new vscode.EventEmitter<Searched>();
  readonly #formatWrong = new vscode.EventEmitter<WrongFormat>();
  readonly #ruleWrong = new vscode.EventEmitter<Phrase>();
  #worker: Worker | undefined;
  #crashes = 0;
  #nextId = 1;
  #searched: Searched | undefined;

  /** Runs that changed, at most 10 times a second. */
  readonly onDidChangeRuns = this.#runsChanged.event;
  readonly onDidLoseRun = this.#runGone.event;
  readonly onDidChangeSource = this.#sourceChanged.event;
  readonly onDidSearch = this.#searchEnded.event;
  /** A pattern of the settings that cannot be used, at each start of the engine. */
  readonly onDidFindWrongFormat = this.#formatWrong.event;
  /** A setting of the rules that cannot be used. */
  readonly onDidFindWrongRule = this.#ruleWrong.event;

  constructor(
    private readonly script: vscode.Uri,
    private readonly places: () => Places,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get searched(): Searched | undefined {
    return this.#searched;
  }

  get runs(): Iterable<RunSummary> {
    return this.#runs.values();
  }

  run(id: string): RunSummary | undefined {
    return this.#runs.get(id);
  }

  /** The newest run that a file tells of. */
  runOfFile(file: string): RunSummary | undefined {
    return [...this.#runs.values()].filter((run) => filesOf(run).includes(file)).at(-1);
  }

  source(file: string): SourceState | undefined {
    return this.#sources.get(file);
  }

  /** Starts the worker, or starts it anew when folders or exclusions changed. */
  start(): void {
    this.#end();
    const worker = new Worker(this.script.fsPath, { name: 'losscope-engine' });
    this.#worker = worker;
    worker.on('message', (message: FromEngine) => this.#hear(message));
    worker.on('error', (error) => this.#crashed(worker, error));
    this.#send({ type: 'start', ...this.places() });
    for (const file of this.#followed) this.#send({ type: 'follow', file });
    for (const [view, { wish }] of this.#views) this.#send({ type: 'openView', view, wish });
    // Whoever waits for an explanation gets it by the patterns of today.
    for (const [request, { file }] of this.#explained)
      this.#send({ type: 'explain', request, file });
  }

  /** Judges all runs by the rules as they are set now; no file is read again. */
  judgeAnew(): void {
    this.#send({ type: 'rules', rules: this.places().rules });
  }

  follow(file: string): void {
    this.#followed.add(file);
    this.#send({ type: 'follow', file });
  }

  /** A standing wish for frames. `look` changes what it shows; disposing it ends it. */
  openView(onFrame: (frame: Frame) => void): { look(wish: View): void; dispose(): void } {
    const view = this.#nextId++;
    return {
      look: (wish) => {
        this.#views.set(view, { wish, onFrame });
        this.#send({ type: 'openView', view, wish });
      },
      dispose: () => {
        if (this.#views.delete(view)) this.#send({ type: 'closeView', view });
      },
    };
  }

  /** All readings of a run; undefined when the run is gone. */
  columns(run: string): Promise<Columns | undefined> {
    const request = this.#nextId++;
    return new Promise((resolve) => {
      this.#columns.set(request, resolve);
      this.#send({ type: 'columns', request, run });
    });
  }

  /** What is read of a file, and what is not; undefined when the engine has gone for good. */
  explain(file: string): Promise<Explained | undefined> {
    const request = this.#nextId++;
    return new Promise((resolve) => {
      this.#explained.set(request, { file, resolve });
      this.#send({ type: 'explain', request, file });
    });
  }

  /** What a pattern takes of lines; undefined when the engine went away meanwhile. */
  tryPattern(pattern: string, lines: readonly string[]): Promise<Trial | undefined> {
    const request = this.#nextId++;
    return new Promise((resolve) => {
      this.#tried.set(request, resolve);
      this.#send({ type: 'tryPattern', request, pattern, lines });
    });
  }

  dispose(): void {
    this.#end();
    this.#forgetExplanations();
    this.#formatWrong.dispose();
    this.#ruleWrong.dispose();
    this.#runsChanged.dispose();
    this.#runGone.dispose();
    this.#sourceChanged.dispose();
    this.#searchEnded.dispose();
  }

  #send(message: ToEngine): void {
    this.#worker?.postMessage(message);
  }

  #hear(message: FromEngine): void {
    try {
      const handle = this.#handlers[message.type] as (message: FromEngine) => void;
      handle(message);
    } catch (error) {
      // One view that fails must not keep the facts from the others.
      this.log.error(error instanceof Error ? error : String(error));
    }
  }

  readonly #handlers: Handlers<FromEngine> = {
    runs: ({ runs }) => {
      for (const run of runs) this.#runs.set(run.id, run);
      this.#runsChanged.fire(runs);
    },
    runGone: ({ run }) => {
      if (this.#runs.delete(run)) this.#runGone.fire({ run, why: 'gone' });
    },
    source: ({ source }) => {
      this.#sources.set(source.file, source);
      if (source.message) this.log.info(`${source.file}: ${source.state}`);
      this.#sourceChanged.fire(source);
    },
    found: ({ files, candidates, ms }) => {
      this.#searched = { files, candidates, ms };
      this.log.info(`looked at ${files} files, ${candidates} by content, in ${Math.round(ms)} ms`);
      this.#searchEnded.fire(this.#searched);
    },
    frame: ({ view, frame }) => this.#views.get(view)?.onFrame(frame),
    columns: ({ request, run, series }) => {
      this.#columns.get(request)?.(run && { run, series });
      this.#columns.delete(request);
    },
    explained: (message) => {
      this.#explained.get(message.request)?.resolve(message);
      this.#explained.delete(message.request);
    },
    tried: (message) => {
      this.#tried.get(message.request)?.(message);
      this.#tried.delete(message.request);
    },
    wrongFormat: (message) => this.#formatWrong.fire(message),
    wrongRule: ({ message }) => this.#ruleWrong.fire(message),
    // The editor does not ask for single readings or changes of verdicts, nor for pings.
    readings: () => {},
    verdict: () => {},
    withdrawn: () => {},
    pong: () => {},
    fault: ({ where, stack }) => this.log.error(`${where}: ${stack}`),
  };

  #crashed(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    this.log.error(error);
    this.#crashes += 1;
    if (this.#crashes <= RESTARTS) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Losscope stopped reading logs after an error and has started again.'),
      );
      this.start();
      return;
    }
    this.#end();
    this.#forgetExplanations();
    this.#askToRestart();
  }

  #forgetExplanations(): void {
    for (const { resolve } of this.#explained.values()) resolve(undefined);
    this.#explained.clear();
  }

  #askToRestart(): void {
    const again = vscode.l10n.t('Start Again');
    const text = vscode.l10n.t('Losscope stopped reading logs: its reader failed twice.');
    void vscode.window.showErrorMessage(text, again).then((choice) => {
      if (choice === again) this.start();
    });
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#searched = undefined;
    this.#sources.clear();
    for (const resolve of this.#columns.values()) resolve(undefined);
    this.#columns.clear();
    for (const resolve of this.#tried.values()) resolve(undefined);
    this.#tried.clear();
    for (const run of [...this.#runs.keys()]) {
      this.#runs.delete(run);
      this.#runGone.fire({ run, why: 'restart' });
    }
    worker?.removeAllListeners('message');
    void worker?.terminate();
  }
}
