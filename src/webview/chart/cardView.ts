import { el, setAttribute, setShown, setText } from '../dom.js';
import { icon } from '../icons.js';
import { writeExact, writePlace } from '../numbers.js';
import { t } from '../words.js';
import { noteOf } from './cardNote.js';
import { Crosshair } from './crosshair.js';
import { type Cursor, closest, type Hit, hitsOf, nearest, neighbour } from './cursor.js';
import { placeWords } from './drawing.js';
import { LineChart } from './lineChart.js';
import { sentencesOf } from './markWords.js';
import { marksAt, nextMark, type PlacedMark } from './placedMarks.js';
import type { Scene } from './scene.js';
import { tableOf } from './table.js';
import { Tooltip } from './tooltip.js';
import { type Window, watchDrag, wheelWindow } from './zoom.js';

/** What a card asks of the page. */
export interface CardWishes {
  point(cursor: Cursor | undefined): void;
  zoom(window: Window | undefined): void;
  openLine(line: number, series: number): void;
  whole(): Window;
}

/** One card: title, canvas, crosshair, tooltip, read-out, table. Made once, changed in place. */
export class CardView {
  readonly element: HTMLElement;
  readonly canvas = el('canvas', { attributes: { role: 'img', tabindex: '0' } });
  readonly #title = el('h2');
  readonly #note = el('span', { class: 'dim cut' });
  readonly #plot: HTMLElement;
  readonly #band = el('div', { class: 'band' });
  readonly #crosshair = new Crosshair();
  readonly #tip = new Tooltip();
  readonly #readout = el('div', { class: 'readout', attributes: { 'aria-live': 'polite' } });
  readonly #sheet = el('div', { class: 'sheetbox' });
  #chart: LineChart | undefined;
  #scene: Scene | undefined;
  #fileOf: (series: number) => string = () => '';
  #cursor: Cursor | undefined;
  #isTable = false;

  constructor(private readonly wishes: CardWishes) {
    const layers = [this.#band, ...this.#crosshair.elements, this.#tip.element];
    this.#plot = el('div', { class: 'plot' }, this.canvas, ...layers);
    const toggle = el(
      'button',
      { class: 'ib', title: t('Show as table (T)'), on: () => this.#turn() },
      icon('table'),
    );
    const cap = el(
      'div',
      { class: 'cap' },
      this.#title,
      this.#note,
      el('span', { class: 'grow' }),
      toggle,
    );
    this.element = el('section', { class: 'card' }, cap, this.#plot, this.#sheet, this.#readout);
    for (const part of [this.#band, this.#sheet, this.#readout]) part.hidden = true;
    this.#listen();
  }

  /** Width of the plot in device pixels. */
  get pixels(): number {
    const x = this.#chart?.x;
    return (x?.width ?? this.#plot.clientWidth - 168) * devicePixelRatio;
  }

  draw(scene: Scene, label: string, fileOf: (series: number) => string): void {
    this.#scene = scene;
    this.#fileOf = fileOf;
    const { card } = scene;
    this.element.classList.toggle('main', card.isMain);
    setText(this.#title, card.metric);
    setText(this.#note, noteOf(scene));
    setAttribute(this.canvas, 'aria-label', label);
    if (this.#chart) this.#chart.draw(scene);
    else this.#chart = new LineChart(this.canvas, scene, () => this.point(this.#cursor));
    if (this.#isTable) this.#fillTable();
  }

  /** Shows the crosshair at the cursor of the page; the tooltip only where the pointer is. */
  point(cursor: Cursor | undefined): void {
    this.#cursor = cursor;
    const scene = this.#scene;
    const chart = this.#chart;
    if (!scene || !chart?.x || !cursor || cursor.x < scene.from || cursor.x > scene.to) {
      this.#crosshair.hide();
      this.#tip.hide();
      return;
    }
    const hits = hitsOf(scene.card, cursor.x);
    const isHere = cursor.metric === scene.card.metric;
    const at = hits.find(({ curve }) => curve.id === cursor.curve) ?? closest(hits, cursor.x);
    const marks = isHere ? this.#marks() : [];
    const isKey = isHere && cursor.isByKey === true;
    this.#crosshair.show(cursor.x, chart, scene);
    this.#crosshair.showPoints(hits, isKey && marks.length === 0 ? at : undefined, chart, scene);
    this.#crosshair.showMark(isKey ? marks[0] : undefined);
    const pixel = chart.x.getPixelForValue(cursor.x);
    if (isHere && at) this.#tip.show({ hits, at, marks, scene, pixel, fileOf: this.#fileOf });
    else this.#tip.hide();
  }

  destroy(): void {
    this.#chart?.destroy();
    this.element.remove();
  }

  #listen(): void {
    const plot = this.#plot;
    plot.addEventListener('pointermove', (event) => this.#hover(event));
    plot.addEventListener('pointerleave', () => this.wishes.point(undefined));
    plot.addEventListener('dblclick', () => this.wishes.zoom(undefined));
    plot.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    watchDrag(
      plot,
      this.#band,
      () => this.#chart?.x,
      (window) => this.wishes.zoom(window),
      () => this.#open(),
    );
    this.canvas.addEventListener('keydown', (event) => this.#key(event));
    this.canvas.addEventListener('blur', () => {
      setShown(this.#readout, false);
      this.wishes.point(undefined);
    });
  }

  /** On the shape of a mark the cursor stands where the mark does; on a span it goes on with the pointer. */
  #hover(event: PointerEvent): void {
    const plot = this.#chart?.plot;
    const scene = this.#scene;
    if (!plot || !scene) return;
    const box = this.#plot.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const value = this.#chart?.x?.getValueForPixel(px);
    const isIn = value !== undefined && px >= plot.left && px <= plot.right;
    const marks = isIn ? marksAt(this.#chart?.placed ?? [], px, py, plot) : [];
    this.#plot.classList.toggle('onmark', marks.length > 0);
    const shape = marks.find(({ mark }) => mark.kind !== 'onset');
    const x = shape?.mark.x ?? value ?? Number.NaN;
    const keys = marks.map(({ key }) => key);
    this.wishes.point(isIn ? { x, metric: scene.card.metric, marks: keys } : undefined);
  }

  /** The marks that the cursor means, as they stand in this frame. */
  #marks(): readonly PlacedMark[] {
    const placed = this.#chart?.placed ?? [];
    const keys = this.#cursor?.marks ?? [];
    return keys.flatMap((key) => placed.find((one) => one.key === key) ?? []);
  }

  /** On the small cards the plain wheel scrolls the page; with Ctrl it zooms, as in a browser. */
  #wheel(event: WheelEvent): void {
    const scene = this.#scene;
    const at = this.#chart?.x?.getValueForPixel(
      event.clientX - this.#plot.getBoundingClientRect().left,
    );
    const canScroll = document.documentElement.scrollHeight > innerHeight + 1;
    if (!scene || at === undefined || event.deltaY === 0) return;
    if (!event.ctrlKey && (canScroll || !scene.card.isMain)) return;
    event.preventDefault();
    this.wishes.zoom(wheelWindow(scene, this.wishes.whole(), at, event.deltaY));
  }

  #open(): void {
    const mark = this.#marks().find((one) => one.mark.line !== undefined)?.mark;
    if (mark?.line !== undefined && mark.series !== undefined) {
      this.wishes.openLine(mark.line, mark.series);
      return;
    }
    const hit = this.#hit();
    const line = hit?.curve.data.line[hit.index];
    if (hit && line && line > 0) this.wishes.openLine(line, hit.curve.id);
  }

  #hit(): Hit | undefined {
    const scene = this.#scene;
    if (!scene || !this.#cursor) return undefined;
    const hits = hitsOf(scene.card, this.#cursor.x);
    const wanted = this.#cursor.curve;
    return hits.find(({ curve }) => curve.id === wanted) ?? closest(hits, this.#cursor.x);
  }

  #key(event: KeyboardEvent): void {
    const act = this.#keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(event);
  }

  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowLeft: () => this.#move((hit) => ({ ...hit, index: neighbour(hit.curve, hit.index, -1) })),
    ArrowRight: () => this.#move((hit) => ({ ...hit, index: neighbour(hit.curve, hit.index, 1) })),
    ArrowUp: () => this.#move((hit) => this.#otherCurve(hit, -1)),
    ArrowDown: () => this.#move((hit) => this.#otherCurve(hit, 1)),
    Home: () => this.#move(({ curve }) => ({ curve, index: neighbour(curve, -1, 1) })),
    End: () =>
      this.#move(({ curve }) => ({ curve, index: neighbour(curve, curve.data.y.length, -1) })),
    Enter: () => this.#open(),
    m: ({ shiftKey }) => this.#nextMark(shiftKey ? -1 : 1),
    t: () => this.#turn(),
    '0': () => this.wishes.zoom(undefined),
    Escape: () => this.wishes.point(undefined),
  };

  #move(to: (hit: Hit) => Hit): void {
    const scene = this.#scene;
    const first = scene?.card.curves[0];
    if (!scene || !first) return;
    const from = this.#hit() ?? { curve: first, index: neighbour(first, first.data.y.length, -1) };
    this.#select(this.#cursor ? to(from) : from);
  }

  #select({ curve, index }: Hit): void {
    const scene = this.#scene;
    const x = curve.data.x[index];
    if (!scene || x === undefined) return;
    this.wishes.point({ x, metric: scene.card.metric, curve: curve.id, isByKey: true });
    const value = writeExact(curve.line[index] ?? Number.NaN, scene.card.writing);
    const line = writePlace(curve.data.line[index] ?? 0, 'step');
    const place = placeWords(x, undefined, scene);
    setText(
      this.#readout,
      t('{0}: {1} {2}, line {3}. Enter opens the line.', place, curve.label, value, line),
    );
    setShown(this.#readout, true);
  }

  #otherCurve(hit: Hit, by: 1 | -1): Hit {
    const curves = this.#scene?.card.curves ?? [];
    const at = curves.findIndex(({ id }) => id === hit.curve.id);
    const curve = curves[(at + by + curves.length) % curves.length];
    const x = hit.curve.data.x[hit.index] ?? 0;
    return curve ? { curve, index: Math.max(0, nearest(curve, x)) } : hit;
  }

  #nextMark(by: 1 | -1): void {
    const scene = this.#scene;
    const chart = this.#chart;
    if (!scene || !chart?.x) return;
    const x = this.#cursor?.x ?? Number.NEGATIVE_INFINITY;
    const px = Number.isFinite(x) ? chart.x.getPixelForValue(x) : x;
    const next = nextMark(chart.placed, { key: this.#cursor?.marks?.[0], px }, by);
    if (!next) return;
    // A span that began before the window is shown at its edge.
    const at = Math.max(next.mark.x, scene.from);
    const { metric } = scene.card;
    this.wishes.point({ x: at, metric, marks: [next.key], isByKey: true });
    const { line } = next.mark;
    const way =
      line === undefined ? '' : t('Line {0}. Enter opens the line.', writePlace(line, 'step'));
    setText(this.#readout, [...sentencesOf(next), way].join(' '));
    setShown(this.#readout, true);
  }

  #turn(): void {
    this.#isTable = !this.#isTable;
    setShown(this.#sheet, this.#isTable);
    this.#plot.classList.toggle('away', this.#isTable);
    if (this.#isTable) this.#fillTable();
  }

  #fillTable(): void {
    const scene = this.#scene;
    if (scene) this.#sheet.replaceChildren(tableOf(scene, this.wishes.openLine));
  }
}
