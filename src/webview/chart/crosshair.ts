import { el, setShown, setText } from '../dom.js';
import { xText } from './axes.js';
import type { Hit } from './cursor.js';
import type { LineChart } from './lineChart.js';
import { colorOf } from './look.js';
import type { PlacedMark } from './placedMarks.js';
import type { Scene } from './scene.js';

/** What is drawn over the canvas where the cursor stands: hair, tag on the axis, points, the chosen mark. */
export class Crosshair {
  readonly #hair = el('div', { class: 'hair' });
  readonly #tag = el('div', { class: 'tag' });
  readonly #dots = el('div', { class: 'dots' });
  readonly #ring = el('div', { class: 'ring' });
  readonly elements = [this.#hair, this.#dots, this.#ring, this.#tag];

  constructor() {
    this.hide();
  }

  hide(): void {
    for (const part of [this.#hair, this.#tag, this.#ring]) setShown(part, false);
    this.#dots.replaceChildren();
  }

  /** The tag stands on the main card alone; all share its axis. */
  show(at: number, { plot }: LineChart, scene: Scene): void {
    if (!plot) return;
    const { top, foot } = plot;
    const left = `${Math.round(plot.toX(at))}px`;
    this.#hair.style.left = left;
    this.#hair.style.top = `${top}px`;
    this.#hair.style.height = `${foot - top}px`;
    this.#tag.style.left = left;
    this.#tag.style.top = `${foot + 3}px`;
    setText(this.#tag, xText(Number(at.toPrecision(4)), scene));
    setShown(this.#hair, true);
    setShown(this.#tag, scene.card.isMain);
  }

  /** The points of the curves at the cursor; `chosen` has a ring of its own. */
  showPoints(
    hits: readonly Hit[],
    chosen: Hit | undefined,
    { plot }: LineChart,
    scene: Scene,
  ): void {
    if (!plot) return;
    const dots = hits
      .filter(({ curve }) => curve !== scene.card.rate)
      .map(({ curve, index }) => {
        const dot = el('i', { class: curve === chosen?.curve ? 'key' : '' });
        const py = plot.toY(curve.line[index] ?? Number.NaN);
        dot.style.left = `${plot.toX(curve.data.x[index] ?? Number.NaN)}px`;
        dot.style.top = `${Math.min(plot.bottom, Math.max(plot.top, py))}px`;
        dot.style.borderColor = colorOf(curve, scene.palette);
        return dot;
      });
    this.#dots.replaceChildren(...dots);
  }

  /** A square around the mark that the keys chose. */
  showMark(mark: PlacedMark | undefined): void {
    setShown(this.#ring, mark !== undefined);
    if (!mark) return;
    this.#ring.style.left = `${Math.round(mark.px)}px`;
    this.#ring.style.top = `${Math.round(mark.py)}px`;
  }
}
