import type { Curve } from '../cards.js';
import { writeExact } from '../numbers.js';
import { type Drawing, font } from './drawing.js';
import { pixelOf } from './typedLine.js';

export function drawOddMarks(drawing: Drawing): void {
  for (const curve of drawing.scene.card.curves) drawOdd(drawing, curve);
}

/** Crosses on the axis for NaN and infinity; a run of them is a red line along it. */
function drawOdd(drawing: Drawing, { data }: Curve): void {
  const { context, x, y, scene } = drawing;
  const { oddX, oddY } = data;
  if (oddX.length === 0) return;
  const toX = pixelOf(x);
  context.save();
  context.beginPath();
  context.rect(x.left - 6, y.top, x.width + 12, y.height + 6);
  context.clip();
  context.strokeStyle = scene.palette.error;
  let first = 0;
  for (let index = 1; index <= oddX.length; index++) {
    const before = toX(oddX[index - 1] ?? 0);
    const gap = toX(oddX[index] ?? Number.POSITIVE_INFINITY) - before;
    if (index < oddX.length && gap >= 0 && gap < 9) continue;
    const start = toX(oddX[first] ?? 0);
    drawCross(context, start, y.bottom);
    if (before - start > 4) drawOddRun(context, start, before, y.bottom);
    first = index;
  }
  context.restore();
  labelOdd(drawing, oddX[oddX.length - 1] ?? 0, oddY[oddY.length - 1] ?? Number.NaN);
}

function drawCross(context: CanvasRenderingContext2D, px: number, py: number): void {
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(px - 4, py - 4);
  context.lineTo(px + 4, py + 4);
  context.moveTo(px + 4, py - 4);
  context.lineTo(px - 4, py + 4);
  context.stroke();
}

function drawOddRun(context: CanvasRenderingContext2D, from: number, to: number, py: number): void {
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(from, py);
  context.lineTo(to, py);
  context.stroke();
}

function labelOdd({ context, x, y, scene }: Drawing, at: number, value: number): void {
  if (scene.card.isMain || at < scene.from || at > scene.to) return;
  context.font = font(scene.palette);
  context.fillStyle = scene.palette.text;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(writeExact(value, 'loss'), x.getPixelForValue(at), y.bottom - 8);
}
