import { el, setShown } from '../dom.js';
import { icon, swatch } from '../icons.js';
import { writeExact, writePlace } from '../numbers.js';
import { t } from '../words.js';
import type { Hit } from './cursor.js';
import { colorOf, dashOf } from './look.js';
import { shapeOfMark } from './markShapes.js';
import { toldOf, wordsOf } from './markWords.js';
import type { PlacedMark } from './placedMarks.js';
import type { Scene } from './scene.js';

/** Marks that are told at one place: more would cover the plot. */
const MARKS_TOLD = 3;

/** What a tooltip tells of. */
interface Told {
  readonly hits: readonly Hit[];
  readonly at: Hit;
  readonly marks: readonly PlacedMark[];
  readonly scene: Scene;
  readonly pixel: number;
  readonly fileOf: (series: number) => string;
}

/** What stands at the crosshair, in numbers. Beside it where there is room, at the top. */
export class Tooltip {
  readonly element = el('div', { class: 'tip', attributes: { 'aria-hidden': 'true' } });

  constructor() {
    this.element.hidden = true;
  }

  hide(): void {
    setShown(this.element, false);
  }

  show({ hits, at, marks, scene, pixel, fileOf }: Told): void {
    const table = el('table', {}, ...hits.map((hit) => rowOf(hit, scene)));
    const marked = marks.find(({ mark }) => mark.line !== undefined)?.mark;
    const line = marked?.line ?? at.curve.data.line[at.index];
    const series = marked?.series ?? at.curve.id;
    this.element.replaceChildren(
      ...marks.slice(0, MARKS_TOLD).map(markRow),
      el('div', { class: 'when' }, ...headOf(at, scene)),
      table,
      ...(line && line > 0 ? [footOf(fileOf(series), line)] : []),
    );
    setShown(this.element, true);
    const { offsetWidth, parentElement } = this.element;
    const room = (parentElement?.clientWidth ?? 0) - 4;
    const right = pixel + 14;
    const left = right + offsetWidth < room ? right : Math.max(4, pixel - 14 - offsetWidth);
    this.element.style.left = `${left}px`;
    this.element.style.top = '36px';
  }
}

function markRow(placed: PlacedMark): HTMLElement {
  const [name, tone] = shapeOfMark(placed.mark);
  const sign = el('span', { class: tone }, icon(name));
  const { told, left } = toldOf(placed);
  const lines = told.map((mark) => {
    const [what, numbers] = wordsOf(mark);
    return el('span', {}, el('b', {}, what), ` ${numbers}`);
  });
  const rest = left === undefined ? undefined : el('span', {}, left);
  return el('div', { class: 'mark' }, sign, el('p', {}, ...lines, rest));
}

function headOf({ curve, index }: Hit, { axis }: Scene): (Node | string)[] {
  const x = writePlace(curve.data.x[index] ?? Number.NaN, axis);
  const words = { step: t('step {0}', x), epoch: t('epoch {0}', x), time: x };
  const epoch = curve.data.epoch[index] ?? Number.NaN;
  const more = axis !== 'epoch' && Number.isFinite(epoch);
  return [el('b', {}, words[axis]), more ? ` · ${t('epoch {0}', writePlace(epoch, 'epoch'))}` : ''];
}

function rowOf({ curve, index }: Hit, scene: Scene): HTMLTableRowElement {
  const writing = curve.hue === 'lr' ? 'rate' : scene.card.writing;
  const raw = curve.data.y[index] ?? Number.NaN;
  const value = curve.line[index] ?? raw;
  const beside = curve.isSmooth
    ? t('raw {0}', writeExact(raw, writing))
    : overBest(curve.best?.y, value, writing);
  return el(
    'tr',
    {},
    el('td', {}, swatch(colorOf(curve, scene.palette), dashOf(curve), curve.hasDots)),
    el('td', {}, curve.label),
    el('td', { class: 'num' }, el('b', {}, writeExact(value, writing))),
    el('td', { class: 'dim' }, beside),
  );
}

function overBest(
  best: number | undefined,
  value: number,
  writing: Scene['card']['writing'],
): string {
  if (best === undefined || writing !== 'loss') return '';
  return value === best
    ? t('best')
    : t('+{0} over best', writeExact(Math.abs(value - best), writing));
}

function footOf(file: string, line: number): HTMLElement {
  const place = el('span', { class: 'link' }, `${file}:${writePlace(line, 'step')}`);
  return el('div', { class: 'foot' }, place, ` ${t('click opens the line')}`);
}
