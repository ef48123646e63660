import type { Frame, RunSummary, View } from '../protocol.js';
import { Outbox } from './outbox.js';
import { frameOf } from './store/frame.js';
import type { ShownRun } from './store/shownRun.js';
import { Smoothing } from './store/smoothing.js';

interface OpenView {
  readonly view: number;
  wish: View;
  smoothing: Smoothing | undefined;
  /** The run that the smoothing belongs to: it is another one after a rewrite. */
  run: ShownRun | undefined;
  readonly outbox: Outbox;
}

/** Nine a second: with the list of runs, which comes once a second, a page hears ten times at most. */
const FRAME_MS = 112;

/** The standing wishes: a frame at once, and after each change of the run, at most 9 a second. */
export class Views {
  readonly #open = new Map<number, OpenView>();

  constructor(
    private readonly runOf: (id: string) => ShownRun | undefined,
    private readonly summaryOf: (run: ShownRun) => RunSummary,
    private readonly send: (view: number, frame: Frame) => void,
  ) {}

  open(view: number, wish: View): void {
    const known = this.#open.get(view);
    const opened = known ?? this.#opened(view, wish);
    if (wish.smoothing !== opened.wish.smoothing) opened.smoothing = undefined;
    opened.wish = wish;
    // A gesture (pan, zoom) sends wishes at the pace of the screen: each is answered.
    this.#draw(opened);
  }

  close(view: number): void {
    this.#open.get(view)?.outbox.dispose();
    this.#open.delete(view);
  }

  changed(run: string): void {
    for (const { wish, outbox } of this.#open.values()) if (wish.run === run) outbox.changed();
  }

  dispose(): void {
    for (const view of [...this.#open.keys()]) this.close(view);
  }

  #opened(view: number, wish: View): OpenView {
    const outbox = new Outbox(() => this.#draw(opened), FRAME_MS);
    const opened: OpenView = { view, wish, smoothing: undefined, run: undefined, outbox };
    this.#open.set(view, opened);
    return opened;
  }

  #draw(opened: OpenView): void {
    const { wish } = opened;
    const run = this.runOf(wish.run);
    if (!run) return;
    if (run !== opened.run) opened.smoothing = undefined;
    opened.run = run;
    if (wish.smoothing > 0) opened.smoothing ??= new Smoothing(wish.smoothing);
    this.send(opened.view, frameOf(run, this.summaryOf(run), wish, opened.smoothing));
  }
}
