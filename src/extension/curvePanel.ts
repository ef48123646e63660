import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { toWire } from '../analysis/index.js';
import type { FromWebview, Handlers, RunSummary, ToWebview, View } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime, throttled } from './lifecycle.js';
import type { Mutes } from './mutes.js';
import { pageHtml } from './pageHtml.js';
import { readPageMessage } from './pageMessages.js';
import type { RunChoice } from './runChoice.js';
import { newestFirst } from './runWords.js';

/** The list of runs for the page's menu; frames come ten times a second by their own way. */
const LIST_MS = 1000;

/** What a panel needs of the house. */
export interface PanelHouse {
  readonly engine: EngineClient;
  readonly choice: RunChoice;
  readonly mutes: Mutes;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
  /** Wishes that are commands of the editor: export, copy, follow a file, … */
  wish(message: Extract<FromWebview, { type: 'export' | 'command' }>): void;
}

/**
 * One page. It is thrown away when hidden and made anew when shown (no retainContextWhenHidden):
 * it then says `ready`, gets the facts, and asks again for the frames it wants.
 */
export class CurvePanel implements vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #list: ReturnType<typeof throttled>;
  #view: ReturnType<EngineClient['openView']> | undefined;
  #isReady = false;
  /** Run to show as soon as the page is there and the run is known. */
  #wanted: string | undefined;
  #shown: string | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly house: PanelHouse,
    /** The shared panel shows the chosen run when it has none; the panel of a file waits for its own. */
    private readonly isShared: boolean,
  ) {
    this.#list = throttled(LIST_MS, () => this.#sendRuns());
    this.#life.own(
      this.#list,
      { dispose: () => this.#view?.dispose() },
      panel.webview.onDidReceiveMessage((message) => this.#hear(message)),
      panel.onDidChangeViewState(() => this.#seen()),
      house.engine.onDidChangeRuns((runs) => this.#runsChanged(runs)),
      house.engine.onDidLoseRun(() => this.#list()),
      house.engine.onDidSearch(() => this.#list()),
      house.mutes.onDidChange(({ run, muted }) => this.#send({ type: 'muted', run, muted })),
    );
    this.#fill();
  }

  /** The run on the page; undefined before the page asked for one. */
  get run(): string | undefined {
    return this.#shown ?? this.#wanted;
  }

  show(run: string): void {
    this.#wanted = run;
    if (this.#isReady && this.house.engine.run(run)) this.#send({ type: 'show', run });
  }

  askPicture(as: 'png' | 'svg'): void {
    this.#send({ type: 'picture', as });
  }

  dispose(): void {
    this.#life.dispose();
  }

  #fill(): void {
    const { webview } = this.panel;
    const { extensionUri } = this.house;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: String(webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js'))),
      style: String(webview.asWebviewUri(vscode.Uri.joinPath(media, 'chart.css'))),
      nonce: randomBytes(16).toString('base64url'),
      language: vscode.env.language,
    });
  }

  #hear(raw: unknown): void {
    const message = readPageMessage(raw);
    if (!message) {
      this.house.log.warn('the page sent a message that is none of ours');
      return;
    }
    const handle = this.#handlers[message.type] as (message: FromWebview) => void;
    handle(message);
  }

  readonly #handlers: Handlers<FromWebview> = {
    ready: () => this.#greet(),
    view: ({ wish }) => this.#look(wish),
    showLine: ({ run, line, series }) => {
      void vscode.commands.executeCommand('losscope.showLogLine', run, line, series);
    },
    mute: ({ run, muted }) => this.house.mutes.set(run, muted),
    export: (message) => this.house.wish(message),
    copy: ({ text }) => void vscode.env.clipboard.writeText(text),
    command: (message) => this.house.wish(message),
    fault: ({ stack }) => this.house.log.error(`page: ${stack}`),
  };

  #greet(): void {
    this.#isReady = true;
    const run =
      this.#wanted ?? this.#shown ?? (this.isShared ? this.house.choice.run?.id : undefined);
    this.#send({
      type: 'hello',
      translations: vscode.l10n.bundle ?? {},
      language: vscode.env.language,
      run,
    });
    this.#sendRuns();
    for (const { id } of this.house.engine.runs) {
      if (this.house.mutes.has(id)) this.#send({ type: 'muted', run: id, muted: true });
    }
    if (this.#wanted !== undefined) this.show(this.#wanted);
  }

  #look(wish: View): void {
    this.#shown = wish.run;
    if (this.#wanted === wish.run) this.#wanted = undefined;
    this.#view ??= this.house.engine.openView((frame) => this.#send({ type: 'frame', frame }));
    this.#view.look(wish);
    this.house.choice.choose(wish.run);
  }

  #seen(): void {
    if (this.panel.visible) {
      if (this.#shown !== undefined) this.house.choice.choose(this.#shown);
      return;
    }
    this.#isReady = false;
    this.#view?.dispose();
    this.#view = undefined;
  }

  #runsChanged(runs: readonly RunSummary[]): void {
    this.#list();
    const wanted = runs.find(({ id }) => id === this.#wanted);
    if (wanted) this.show(wanted.id);
  }

  #sendRuns(): void {
    const { runs, searched } = this.house.engine;
    this.#send({ type: 'runs', runs: newestFirst(runs), searched });
  }

  /** What is sent to a page that is not there is lost, and told again when it says `ready`. */
  #send(message: ToWebview): void {
    if (this.#isReady) void this.panel.webview.postMessage(toWire(message));
  }
}
