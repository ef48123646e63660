import type { Curve } from '../cards.js';
import { writeValue } from '../numbers.js';
import { type Drawing, font } from './drawing.js';
import { colorOf, dashOf } from './look.js';

interface EndLabel {
  readonly curve: Curve;
  readonly value: number;
  y: number;
}

/** Names stand at the ends of their lines, pushed apart, never clipped; there is no legend box. */
export function drawEndLabels(drawing: Drawing): void {
  const { scene, y } = drawing;
  const labels = scene.card.curves
    .map((curve) => labelOf(curve, drawing))
    .sort((a, b) => a.y - b.y);
  const gap = scene.isNarrow ? 28 : 16;
  pushApart(labels, gap, y.top + 4, y.bottom - 2);
  for (const label of labels) drawLabel(drawing, label);
}

/** A name at the foot of the rate strip. */
export function drawRateLabel(drawing: Drawing, rate: Curve): void {
  const value = lastFinite(rate.data.y);
  drawLabel(drawing, { curve: rate, value, y: drawing.y.getPixelForValue(value) });
}

function labelOf(curve: Curve, { y }: Drawing): EndLabel {
  const { data, line } = curve;
  const lastX = data.x[data.x.length - 1] ?? Number.NEGATIVE_INFINITY;
  const lastOdd = data.oddX[data.oddX.length - 1] ?? Number.NEGATIVE_INFINITY;
  const isOdd = lastOdd > lastX;
  const value = isOdd ? (data.oddY[data.oddY.length - 1] ?? Number.NaN) : lastFinite(line);
  const pixel = Number.isFinite(value) ? y.getPixelForValue(value) : y.bottom;
  return { curve, value, y: Math.min(y.bottom, Math.max(y.top, pixel)) };
}

/** Downwards first, then back up from the foot: order is kept, nothing leaves the plot. */
function pushApart(labels: readonly EndLabel[], gap: number, top: number, bottom: number): void {
  let free = top;
  for (const label of labels) {
    label.y = Math.max(label.y, free);
    free = label.y + gap;
  }
  let limit = bottom;
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, limit);
    limit = label.y - gap;
  }
}

function drawLabel({ context, x, scene }: Drawing, { curve, value, y }: EndLabel): void {
  const { palette, isNarrow } = scene;
  const left = x.right + (isNarrow ? 8 : 12);
  const color = colorOf(curve, palette);
  const sample = isNarrow ? 12 : 16;
  context.save();
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 2;
  context.setLineDash([...dashOf(curve)]);
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(left + sample, y);
  context.stroke();
  if (curve.hasDots) {
    context.beginPath();
    context.arc(left + sample / 2, y, 2.5, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = font(palette, 600);
  const text = left + sample + 6;
  const room = scene.isNarrow ? 50 : 78;
  const name = shorten(context, curve.label, room);
  context.fillText(name, text, y);
  const after = text + context.measureText(name).width + 6;
  context.font = font(palette);
  const number = writeValue(value, curve.hue === 'lr' ? 'rate' : scene.card.writing);
  const fits = after + context.measureText(number).width <= x.right + (isNarrow ? 76 : 112);
  if (fits) context.fillText(number, after, y);
  else if (isNarrow || scene.card.curves.length < 3) context.fillText(number, text, y + 12);
  context.restore();
}

function shorten(context: CanvasRenderingContext2D, name: string, room: number): string {
  if (context.measureText(name).width <= room) return name;
  let length = Math.min(name.length, 40);
  while (length > 1 && context.measureText(`${name.slice(0, length)}…`).width > room) length--;
  return `${name.slice(0, length)}…`;
}

function lastFinite(values: Float64Array): number {
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index] ?? Number.NaN;
    if (Number.isFinite(value)) return value;
  }
  return Number.NaN;
}
