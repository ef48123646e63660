import { el, setAttribute, setShown, setText } from '../dom.js';
import { icon } from '../icons.js';
import { writeExact, writePlace, writeShort, writeValue } from '../numbers.js';
import { t } from '../words.js';
import { xText } from './axes.js';
import { type Cursor, closest, type Hit, hitsOf, nearest, neighbour } from './cursor.js';
import { LineChart } from './lineChart.js';
import { colorOf } from './look.js';
import { placeWords } from './marks.js';
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
  readonly #hair = el('div', { class: 'hair' });
  readonly #tag = el('div', { class: 'tag' });
  readonly #band = el('div', { class: 'band' });
  readonly #dots = el('div', { class: 'dots' });
  readonly #tip = new Tooltip();
  readonly #readout = el('div', { class: 'readout', attributes: { 'aria-live': 'polite' } });
  readonly #sheet = el('div', { class: 'sheetbox' });
  #chart: LineChart | undefined;
  #scene: Scene | undefined;
  #fileOf: (series: number) => string = () => '';
  #cursor: Cursor | undefined;
  #isTable = false;

  constructor(private readonly wishes: CardWishes) {
    const layers = [this.#band, this.#hair, this.#dots, this.#tag, this.#tip.element];
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
    for (const part of [this.#hair, this.#tag, this.#band, this.#sheet, this.#readout])
      part.hidden = true;
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
    else this.#chart = new LineChart(this.canvas, scene);
    if (this.#isTable) this.#fillTable();
    this.point(this.#cursor);
  }

  /** Shows the crosshair at the cursor of the page; tag and tooltip only where the pointer is. */
  point(cursor: Cursor | undefined): void {
    this.#cursor = cursor;
    const scene = this.#scene;
    const x = this.#chart?.x;
    const isIn = scene && cursor && cursor.x >= scene.from && cursor.x <= scene.to;
    setShown(this.#hair, Boolean(isIn));
    setShown(this.#tag, Boolean(isIn && scene.card.isMain));
    if (!isIn || !x) {
      this.#dots.replaceChildren();
      this.#tip.hide();
      return;
    }
    const hits = hitsOf(scene.card, cursor.x);
    const isHere = cursor.metric === scene.card.metric;
    const at = hits.find(({ curve }) => curve.id === cursor.curve) ?? closest(hits, cursor.x);
    const pixel = x.getPixelForValue(cursor.x);
    this.#placeHair(pixel, x.top, scene, cursor.x);
    this.#placeDots(hits, at, isHere && cursor.curve !== undefined);
    if (isHere && at) this.#tip.show(hits, at, scene, pixel, this.#fileOf(at.curve.id));
    else this.#tip.hide();
  }

  destroy(): void {
    this.#chart?.destroy();
    this.element.remove();
  }

  #placeHair(pixel: number, bottom: number, scene: Scene, x: number): void {
    this.#hair.style.left = `${Math.round(pixel)}px`;
    this.#hair.style.top = `${this.#chart?.y?.top ?? 0}px`;
    this.#hair.style.height = `${bottom - (this.#chart?.y?.top ?? 0)}px`;
    this.#tag.style.left = `${Math.round(pixel)}px`;
    this.#tag.style.top = `${bottom + 3}px`;
    setText(this.#tag, xText(Number(x.toPrecision(4)), scene));
  }

  #placeDots(hits: readonly Hit[], at: Hit | undefined, isKey: boolean): void {
    const { x, y } = this.#chart ?? {};
    const scene = this.#scene;
    if (!x || !y || !scene) return;
    const dots = hits
      .filter(({ curve }) => curve !== scene.card.rate)
      .map(({ curve, index }) => {
        const dot = el('i', { class: isKey && curve === at?.curve ? 'key' : '' });
        const py = y.getPixelForValue(curve.line[index] ?? Number.NaN);
        dot.style.left = `${x.getPixelForValue(curve.data.x[index] ?? Number.NaN)}px`;
        dot.style.top = `${Math.min(y.bottom, Math.max(y.top, py))}px`;
        dot.style.borderColor = colorOf(curve, scene.palette);
        return dot;
      });
    this.#dots.replaceChildren(...dots);
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

  #hover(event: PointerEvent): void {
    const x = this.#chart?.x;
    const scene = this.#scene;
    if (!x || !scene) return;
    const pixel = event.clientX - this.#plot.getBoundingClientRect().left;
    const value = x.getValueForPixel(pixel);
    const isIn = value !== undefined && pixel >= x.left && pixel <= x.right;
    this.wishes.point(isIn ? { x: value, metric: scene.card.metric } : undefined);
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
    act();
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => this.#move((hit) => ({ ...hit, index: neighbour(hit.curve, hit.index, -1) })),
    ArrowRight: () => this.#move((hit) => ({ ...hit, index: neighbour(hit.curve, hit.index, 1) })),
    ArrowUp: () => this.#move((hit) => this.#otherCurve(hit, -1)),
    ArrowDown: () => this.#move((hit) => this.#otherCurve(hit, 1)),
    Home: () => this.#move(({ curve }) => ({ curve, index: neighbour(curve, -1, 1) })),
    End: () =>
      this.#move(({ curve }) => ({ curve, index: neighbour(curve, curve.data.y.length, -1) })),
    Enter: () => this.#open(),
    m: () => this.#nextMark(),
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
    this.wishes.point({ x, metric: scene.card.metric, curve: curve.id });
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

  #nextMark(): void {
    const scene = this.#scene;
    const here = this.#cursor?.x ?? Number.NEGATIVE_INFINITY;
    const mark = scene?.marks.find(({ x }) => x > here) ?? scene?.marks[0];
    const curve = scene?.card.curves[0];
    if (mark && curve) this.#select({ curve, index: Math.max(0, nearest(curve, mark.x)) });
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

/** What is hidden is said: what is clipped, what is smoothed, how many values are none. */
function noteOf({ card, limits, isLogY }: Scene): string {
  const odd = card.curves.reduce((sum, { data }) => sum + data.oddX.length, 0);
  const best = card.isMain ? undefined : card.curves.find((curve) => curve.best)?.best;
  const parts = [
    isLogY ? t('log y') : undefined,
    best ? t('best {0}', writeValue(best.y, card.writing)) : undefined,
    limits.clippedUpTo === undefined
      ? undefined
      : t(
          'clipped at {0}, largest {1}',
          writeValue(limits.max, card.writing),
          writeValue(limits.clippedUpTo, card.writing),
        ),
    odd > 0 ? t('{0} values are not numbers', writeShort(odd)) : undefined,
    card.isMain && card.curves.some(({ isSmooth }) => isSmooth)
      ? t('smoothed over all points')
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
