import * as vscode from 'vscode';
import type { Frame, RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime, throttled } from './lifecycle.js';
import { pairLine } from './pairLine.js';
import type { RunChoice } from './runChoice.js';
import { headline, mainSeries } from './runWords.js';
import { say } from './say.js';
import type { Settings } from './settings.js';
import { isLost, statusText } from './statusText.js';
import { stateWord, verdictWord } from './verdictWords.js';

/** Columns asked for the sparkline; the engine keeps the extremes of each. */
const PIXELS = 16;
const REFRESH_MS = 250;

/** The chosen run in the status bar; a click opens its curves. */
export class RunStatus implements vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #item = vscode.window.createStatusBarItem(
    'losscope.status',
    vscode.StatusBarAlignment.Left,
    10,
  );
  readonly #view;
  readonly #redraw: () => void;
  #viewed: string | undefined;
  #values: ArrayLike<number> = [];

  constructor(
    engine: EngineClient,
    private readonly choice: RunChoice,
    private readonly settings: Settings,
  ) {
    const draw = throttled(REFRESH_MS, () => this.#draw());
    this.#redraw = draw;
    this.#view = engine.openView((frame) => this.#hear(frame));
    this.#item.name = 'Losscope';
    this.#item.command = 'losscope.openCurves';
    this.#life.own(
      this.#item,
      draw,
      this.#view,
      engine.onDidChangeRuns(draw),
      engine.onDidLoseRun(draw),
      choice.onDidChange(draw),
      settings.onDidChange(draw),
    );
  }

  dispose(): void {
    this.#life.dispose();
  }

  #draw(): void {
    const { run } = this.choice;
    if (!run || !this.settings.flag('losscope.statusBar.enabled')) {
      this.#item.hide();
      return;
    }
    this.#look(run);
    const verdict = headline(run);
    const isCrashed = run.state === 'crashed';
    const word = isCrashed ? stateWord('crashed') : verdict ? verdictWord(verdict.code) : '';
    this.#item.text = statusText(run, this.#values, word);
    const news = isCrashed ? [run.ending, verdict] : [verdict, run.ending];
    const sentences = news.flatMap((one) => (one ? `${say(one.title)} ${say(one.because)}` : []));
    const pair = run.pair ? [pairLine(run.pair, say)] : [];
    this.#item.tooltip = [run.name, ...sentences, ...pair].join('\n');
    this.#item.accessibilityInformation = { label: `Losscope: ${this.#item.tooltip}` };
    this.#item.backgroundColor = isLost(run)
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }

  #look(run: RunSummary): void {
    if (this.#viewed === run.id) return;
    this.#viewed = run.id;
    this.#values = [];
    const axis = run.axes[0] ?? 'step';
    this.#view.look({ run: run.id, axis, pixels: PIXELS, smoothing: 0 });
  }

  #hear({ run, series }: Frame): void {
    const main = mainSeries(run);
    this.#values = series.find(({ id }) => id === main?.id)?.y ?? [];
    // A run that has ended does not change any more: nothing else would bring its course.
    this.#redraw();
  }
}
