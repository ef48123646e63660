import type { Frame, Mark, RunSummary } from '../protocol.js';
import { type Card, cardsOf } from './cards.js';
import { CardView, type CardWishes } from './chart/cardView.js';
import type { Cursor } from './chart/cursor.js';
import { limitsOf } from './chart/limits.js';
import { sentenceOf } from './chart/markWords.js';
import { marksOn } from './chart/placedMarks.js';
import type { Scene } from './chart/scene.js';
import type { Window } from './chart/zoom.js';
import { el, setShown } from './dom.js';
import { writeExact, writePosition } from './numbers.js';
import type { Page } from './page.js';
import { fileName } from './panels/header.js';
import type { PageState } from './state.js';
import type { Palette } from './theme.js';
import { say, t } from './words.js';

const NARROW_PX = 560;
/** Marks that the spoken sentence of a chart names. */
const MARKS_TOLD = 8;

/** All charts of the page. A chart lives as long as its metric is there: frames only change it. */
export class Cards {
  readonly element = el('div', { class: 'cards' });
  readonly #main = el('div', { class: 'maincell' });
  readonly #cells = el('div', { class: 'cells' });
  readonly #views = new Map<string, CardView>();
  #scenes: readonly Scene[] = [];
  #frame: Frame | undefined;

  constructor(private readonly page: Page) {
    this.element.append(this.#main, this.#cells);
  }

  /** Width of the main plot in device pixels: how many columns are worth asking for. */
  get pixels(): number {
    const [first] = this.#views.values();
    return first?.pixels ?? Math.max(1, (document.body.clientWidth - 168) * devicePixelRatio);
  }

  get scenes(): readonly Scene[] {
    return this.#scenes;
  }

  draw({ frame, settings }: PageState, palette: Palette): void {
    this.#frame = frame;
    setShown(this.element, frame !== undefined);
    if (!frame) {
      this.#keep([]);
      return;
    }
    const cards = cardsOf(frame);
    const whole = wholeOf(frame);
    const { from, to } = settings.window ?? whole;
    this.#keep(cards);
    setShown(this.#cells, cards.length > 1);
    this.#scenes = cards.map((card) => ({
      card,
      palette,
      axis: frame.axis,
      from,
      to,
      isLogY: logFor(card, settings.isLogY),
      limits: limitsOf(card.curves, from, to, {
        isLog: logFor(card, settings.isLogY),
        isClipped: settings.isClipped && card.writing !== 'percent',
      }),
      isNarrow: document.body.clientWidth < NARROW_PX,
      marks: marksOn(card, frame.marks),
      readTo: frame.run.state === 'reading' ? frame.max : undefined,
    }));
    const fileOf = (series: number) =>
      fileName(frame.run.series.find(({ id }) => id === series)?.file ?? frame.run.file);
    for (const scene of this.#scenes) {
      const label = labelOf(scene, frame.run);
      this.#views.get(scene.card.metric)?.draw(scene, label, fileOf);
    }
  }

  canvases(): readonly HTMLCanvasElement[] {
    return [...this.#views.values()].map(({ canvas }) => canvas);
  }

  #keep(cards: readonly Card[]): void {
    const wanted = new Set(cards.map(({ metric }) => metric));
    for (const [metric, view] of this.#views) {
      if (wanted.has(metric)) continue;
      view.destroy();
      this.#views.delete(metric);
    }
    for (const { metric, isMain } of cards) {
      const view = this.#views.get(metric) ?? new CardView(this.#wishes);
      this.#views.set(metric, view);
      const home = isMain ? this.#main : this.#cells;
      if (view.element.parentElement !== home) home.append(view.element);
    }
  }

  readonly #wishes: CardWishes = {
    point: (cursor: Cursor | undefined) => {
      for (const view of this.#views.values()) view.point(cursor);
    },
    zoom: (window: Window | undefined) => this.page.act({ type: 'set', settings: { window } }),
    openLine: (line, series) => {
      if (this.#frame) this.page.post({ type: 'showLine', run: this.#frame.run.id, line, series });
    },
    whole: () => (this.#frame ? wholeOf(this.#frame) : { from: 0, to: 1 }),
  };
}

/** A learning rate spans decades; a log axis needs values above zero. */
function logFor({ curves, writing }: Card, isLogY: boolean): boolean {
  if (!isLogY && writing !== 'rate') return false;
  if (writing === 'percent') return false;
  return (
    curves.some(({ data }) => data.y.some((y) => y > 0)) &&
    !curves.some(({ data }) => data.y.some((y) => y < 0))
  );
}

function wholeOf({ min, max }: Frame): Window {
  if (!(max > min))
    return { from: Number.isFinite(min) ? min - 0.5 : 0, to: Number.isFinite(min) ? min + 0.5 : 1 };
  // An axis that starts close to zero starts at zero: the first tick then is a round one.
  return { from: min > 0 && min < 0.05 * max ? 0 : min, to: max };
}

/** The sentences of a chart for who does not see it: verdict, last values, then what is marked. */
function labelOf({ card, marks }: Scene, run: RunSummary): string {
  const { metric, curves, writing } = card;
  const [verdict] = run.verdicts;
  const judged =
    verdict && run.state !== 'reading'
      ? `${say(verdict.title)} ${say(verdict.because)}`
      : t('No verdict yet.');
  const lines = curves.map(({ label, data }) =>
    t(
      '{0}: {1} points, last {2}',
      label,
      writePosition(data.y.length),
      writeExact(data.y[data.y.length - 1] ?? Number.NaN, writing),
    ),
  );
  return [`${metric}.`, judged, `${lines.join('; ')}.`, ...marksInWords(marks)].join(' ');
}

/** What the strip does not say yet, in a few sentences: the table has all marks. */
function marksInWords(marks: readonly Mark[]): readonly string[] {
  const others = marks.filter(({ kind }) => kind !== 'onset');
  const told = others.slice(0, MARKS_TOLD).map(sentenceOf);
  const left = others.length - told.length;
  return left > 0 ? [...told, t('{0} more marks stand in the table.', left)] : told;
}
