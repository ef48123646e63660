import type { Scale } from 'chart.js';
import { writeSeconds, writeShort, writeTick } from '../numbers.js';
import type { Scene } from './scene.js';

const SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
];

/** Gutters: room for tick texts on the left, for names and values on the right. */
export function gutters(isNarrow: boolean): { readonly left: number; readonly right: number } {
  return isNarrow ? { left: 48, right: 76 } : { left: 56, right: 112 };
}

export function xTicks(scale: Scale, scene: Scene): { value: number }[] {
  const count = Math.max(2, Math.floor(scale.width / 96));
  const span = scene.to - scene.from;
  const step = scene.axis === 'time' ? timeStep(span / count) : niceStep(span / count, scene.axis);
  return multiples(scene.from, scene.to, step);
}

export function xText(value: number, { axis }: Scene): string {
  if (axis !== 'time') return writeShort(value);
  return value === 0 ? '0' : writeSeconds(value).replace(/\.0(?=\D)/, '');
}

/** One tick for 60 px of height, 7 at most; on a log axis the powers of ten, or 1-2-5 in a short one. */
export function yTicks(height: number, scene: Scene): { value: number }[] {
  const { min, max } = scene.limits;
  const count = Math.max(2, Math.min(7, Math.floor(height / 40)));
  if (!scene.isLogY) return multiples(min, max, nearStep((max - min) / count));
  const decades = Math.log10(max / min);
  const heads = decades > 2 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const head of heads) ticks.push(head * 10 ** power);
  }
  const inside = ticks.filter((tick) => tick >= min && tick <= max);
  const every = Math.ceil(inside.length / 7);
  return inside.filter((_, index) => index % every === 0).map((value) => ({ value }));
}

export function yText(value: number, ticks: readonly { value: number }[], scene: Scene): string {
  if (scene.isLogY) return writeTick(value, value, scene.card.writing);
  const step = (ticks[1]?.value ?? 1) - (ticks[0]?.value ?? 0);
  return writeTick(value, step, scene.card.writing);
}

/** 1, 2 or 5 times a power of ten, 2.5 too for positions; epochs and steps are whole. */
function niceStep(rough: number, axis: 'step' | 'epoch' | 'time'): number {
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const heads = axis === 'time' || power < 10 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const head = heads.find((one) => one * power >= rough) ?? 10;
  const step = head * power;
  return axis === 'time' ? step : Math.max(rough < 0.5 ? step : 1, step);
}

/** The 1, 2 or 5 times a power of ten nearest to a distance. */
function nearStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const head = rough / power;
  return (head < 1.5 ? 1 : head < 3.5 ? 2 : head < 7.5 ? 5 : 10) * power;
}

function timeStep(rough: number): number {
  return SECONDS.find((step) => step >= rough) ?? Math.ceil(rough / 86_400) * 86_400;
}

function multiples(from: number, to: number, step: number): { value: number }[] {
  const ticks: { value: number }[] = [];
  const first = Math.ceil(from / step - 1e-9);
  for (let index = first; index * step <= to + step * 1e-9 && ticks.length < 40; index++) {
    ticks.push({ value: Number((index * step).toPrecision(12)) });
  }
  return ticks;
}
