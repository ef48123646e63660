import type { Scale } from 'chart.js';
import type { Curve } from '../cards.js';
import { writeValue } from '../numbers.js';
import { type Drawing, font } from './drawing.js';
import { drawRateLabel } from './endLabels.js';

/** A change of the rate by this factor at one step is a drop (or a jump) worth writing down. */
const DROP = 1.9;
const HIGHEST_COUNT = 8;
/** Air above the highest rate, as a factor: its tick must not touch the zero of the loss. */
export const ABOVE = 4;

/** Ends of the strip's axis: the positive rates with air above for the text. */
export function rateLimits({ data }: Curve): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  for (const rate of data.y) {
    if (!(rate > 0)) continue;
    if (rate < min) min = rate;
    if (rate > max) max = rate;
  }
  if (max === 0) return { min: 1e-5, max: 1 };
  // A warm-up from nearly zero must not press the rest against the top.
  const floor = Math.max(min, max / 1e4);
  return { min: floor / 1.6, max: max * ABOVE };
}

/** The one tick of the strip: the highest power of ten on it; a rate that stays between two names itself. */
export function rateTick(min: number, highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest) + 1e-9);
  return power >= min ? power : highest;
}

/** The strip under the main chart: its axis, the drops written at their step, the name at the end. */
export function drawRateStrip(drawing: Drawing, rate: Curve, strip: Scale): void {
  const { context, scene, x } = drawing;
  const { palette } = scene;
  context.save();
  context.font = font(palette);
  context.fillStyle = palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  let free = x.left;
  for (const { at, from, to } of dropsOf(rate)) {
    const px = x.getPixelForValue(at);
    if (px < x.left || px < free || px > x.right) continue;
    const text = `${writeValue(from, 'rate')} → ${writeValue(to, 'rate')}`;
    const width = context.measureText(text).width;
    if (px + 6 + width > x.right + 20) continue;
    context.fillText(text, px + 6, strip.getPixelForValue(to) - 5);
    free = px + width + 12;
  }
  context.restore();
  drawRateLabel({ ...drawing, y: strip }, rate);
}

function dropsOf({ data }: Curve): { at: number; from: number; to: number }[] {
  const drops: { at: number; from: number; to: number }[] = [];
  for (let index = 1; index < data.y.length; index++) {
    const from = data.y[index - 1] ?? Number.NaN;
    const to = data.y[index] ?? Number.NaN;
    if (from / to > DROP) drops.push({ at: data.x[index] ?? Number.NaN, from, to });
  }
  return drops.length > HIGHEST_COUNT ? [] : drops;
}
