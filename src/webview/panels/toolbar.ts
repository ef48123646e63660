import type { Axis } from '../../protocol.js';
import { el, fill, setAttribute, setShown, setText } from '../dom.js';
import { type IconName, icon } from '../icons.js';
import type { Page } from '../page.js';
import { axisOf, type PageState, shownRun, smoothingOf } from '../state.js';
import { t } from '../words.js';
import { Menu } from './menu.js';

/** Smoothing acts on 1 - weight: the slider moves evenly over 0, 0.9, 0.99, 0.999. */
const SLIDER_STEPS = 60;

export class Toolbar {
  readonly element: HTMLElement;
  readonly #axes = el('div', { class: 'seg', attributes: { role: 'group' } });
  readonly #log: HTMLButtonElement;
  readonly #clip: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #value = el('output', { class: 'value' });
  readonly #reset: HTMLButtonElement;

  constructor(
    private readonly page: Page,
    exportAs: (as: 'png' | 'svg' | 'csv') => void,
  ) {
    setAttribute(this.#axes, 'aria-label', t('Axis'));
    this.#log = toggle('log', t('log y'), (isLogY) =>
      page.act({ type: 'set', settings: { isLogY } }),
    );
    this.#clip = toggle('outlier', t('clip outliers'), (isClipped) =>
      page.act({ type: 'set', settings: { isClipped } }),
    );
    const range = {
      type: 'range',
      min: '0',
      max: String(SLIDER_STEPS),
      'aria-label': t('Smoothing'),
    };
    this.#slider = el('input', { class: 'slider', attributes: range });
    this.#slider.addEventListener('input', () =>
      page.act({ type: 'set', settings: { smoothing: weightAt(Number(this.#slider.value)) } }),
    );
    const reset = () => page.act({ type: 'set', settings: { window: undefined } });
    this.#reset = el(
      'button',
      { class: 'ib', title: t('Show everything (0)'), on: reset },
      icon('reset'),
    );
    const menu = new Menu(icon('export'), t('Export'), () => [
      [t('Picture (PNG)'), () => exportAs('png')],
      [t('Drawing (SVG)'), () => exportAs('svg')],
      [t('All values (CSV)'), () => exportAs('csv')],
    ]);
    const smooth = el(
      'label',
      { class: 'smooth row' },
      el('span', { class: 'word' }, t('smoothing')),
      this.#slider,
      this.#value,
    );
    this.element = el(
      'div',
      { class: 'tools row', attributes: { role: 'toolbar' } },
      this.#axes,
      separator(),
      this.#log,
      this.#clip,
      separator(),
      smooth,
      el('span', { class: 'grow' }),
      this.#reset,
      menu.element,
    );
  }

  draw(state: PageState): void {
    const run = shownRun(state);
    setShown(this.element, run !== undefined);
    if (!run) return;
    const { settings } = state;
    const axis = axisOf(run, settings);
    fill(this.#axes, run.axes.join(), () => run.axes.map((one) => this.#axisButton(one)));
    for (const button of this.#axes.querySelectorAll('button'))
      press(button, button.dataset.axis === axis);
    press(this.#log, settings.isLogY);
    press(this.#clip, settings.isClipped);
    const weight = smoothingOf(run, settings);
    const at = String(Math.round(stepOf(weight)));
    if (this.#slider.value !== at) this.#slider.value = at;
    setText(this.#value, weight === 0 ? t('off') : String(Number(weight.toPrecision(3))));
    this.#reset.disabled = settings.window === undefined;
  }

  #axisButton(axis: Axis): HTMLElement {
    const words = { step: t('step'), epoch: t('epoch'), time: t('time') };
    const on = () => this.page.act({ type: 'set', settings: { axis } });
    return el('button', { attributes: { 'data-axis': axis }, on }, words[axis]);
  }
}

export function weightAt(step: number): number {
  const weight = 1 - 10 ** ((-3 * step) / SLIDER_STEPS);
  return Math.min(0.999, Number(weight.toFixed(3)));
}

export function stepOf(weight: number): number {
  return (-SLIDER_STEPS * Math.log10(1 - weight)) / 3;
}

function toggle(name: IconName, word: string, change: (isOn: boolean) => void): HTMLButtonElement {
  const button = el(
    'button',
    { class: 'tog', title: word },
    icon(name),
    el('span', { class: 'word' }, word),
  );
  button.addEventListener('click', () => change(button.getAttribute('aria-pressed') !== 'true'));
  return button;
}

function press(button: HTMLElement, isOn: boolean): void {
  button.classList.toggle('on', isOn);
  setAttribute(button, 'aria-pressed', String(isOn));
}

function separator(): HTMLElement {
  return el('span', { class: 'sep' });
}
