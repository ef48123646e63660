import type { Scale } from 'chart.js';

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Factor of the window for one notch of the wheel. */
const NOTCH = 1.25;
/** A drag shorter than this is a click, in pixels. */
const SHORTEST = 6;

/** The window after a turn of the wheel at a pixel, kept inside the run; undefined: all of it. */
export function wheelWindow(
  shown: Window,
  whole: Window,
  at: number,
  delta: number,
): Window | undefined {
  const factor = delta > 0 ? NOTCH : 1 / NOTCH;
  const from = Math.max(whole.from, at - (at - shown.from) * factor);
  const to = Math.min(whole.to, at + (shown.to - at) * factor);
  const isAll = from <= whole.from && to >= whole.to;
  return isAll || to - from <= (whole.to - whole.from) * 1e-6 ? undefined : { from, to };
}

/** Drags a window over the plot: shows the band while it grows, tells the window at its end. */
export function watchDrag(
  plot: HTMLElement,
  band: HTMLElement,
  scale: () => Scale | undefined,
  done: (window: Window) => void,
  click: (event: PointerEvent) => void,
): void {
  let start: number | undefined;
  const local = (event: PointerEvent) => event.clientX - plot.getBoundingClientRect().left;
  const inside = (pixel: number, x: Scale) => Math.min(x.right, Math.max(x.left, pixel));
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = local(event);
    plot.setPointerCapture(event.pointerId);
  });
  plot.addEventListener('pointermove', (event) => {
    const x = scale();
    if (start === undefined || !x) return;
    const from = inside(Math.min(start, local(event)), x);
    const to = inside(Math.max(start, local(event)), x);
    band.hidden = to - from < SHORTEST;
    band.style.left = `${from}px`;
    band.style.width = `${to - from}px`;
  });
  plot.addEventListener('pointerup', (event) => {
    const x = scale();
    const began = start;
    start = undefined;
    band.hidden = true;
    if (began === undefined || !x) return;
    const ends = [began, local(event)].sort((a, b) => a - b).map((pixel) => inside(pixel, x));
    const [from = 0, to = 0] = ends;
    if (to - from < SHORTEST) click(event);
    else done({ from: x.getValueForPixel(from) ?? 0, to: x.getValueForPixel(to) ?? 0 });
  });
  plot.addEventListener('pointercancel', () => {
    start = undefined;
    band.hidden = true;
  });
}
