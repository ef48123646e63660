import type { Scale } from 'chart.js';
import type { Mark } from '../../protocol.js';
import type { Curve } from '../cards.js';
import { writeExact, writePlace, writeValue } from '../numbers.js';
import type { Palette } from '../theme.js';
import { say, t } from '../words.js';
import type { Scene } from './scene.js';
import { pixelOf } from './typedLine.js';

export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly x: Scale;
  readonly y: Scale;
  readonly scene: Scene;
}

const SMALL = 11;

export function font({ font }: Palette, weight: 400 | 600 = 400): string {
  return `${weight} ${SMALL}px ${font}`;
}

/** Behind the lines: spans of verdicts, changes of the learning rate, restarts. */
export function drawSpans(drawing: Drawing): void {
  const { scene, x } = drawing;
  if (!scene.card.isMain) return;
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const mark of scene.marks) {
    if (mark.x > scene.to || (mark.to ?? mark.x) < scene.from) continue;
    if (mark.kind === 'onset') freeFrom = drawOnset(drawing, mark, freeFrom);
    else
      drawVertical(
        drawing,
        Math.max(x.left, x.getPixelForValue(mark.x)),
        scene.palette.dim,
        [1, 4],
      );
  }
}

function drawOnset(drawing: Drawing, mark: Mark, freeFrom: number): number {
  const { context, x, y, scene } = drawing;
  const { palette } = scene;
  const color = colorOfSeverity(mark.severity, palette);
  const left = Math.max(x.left, x.getPixelForValue(mark.x));
  const right = mark.to === undefined ? left : Math.min(x.right, x.getPixelForValue(mark.to));
  context.save();
  context.fillStyle = color;
  if (mark.to === undefined) drawSpike(context, left, y.top, palette.text);
  else {
    context.fillRect(left, y.top - 3, Math.max(3, right - left), 3);
    if (!palette.isHighContrast) {
      context.globalAlpha = 0.06;
      context.fillRect(left, y.top, right - left, y.height);
      context.globalAlpha = 1;
    }
    if (mark.x >= scene.from) drawVertical(drawing, left, color, [3, 3]);
  }
  context.restore();
  return drawLaneLabel(drawing, say(mark.label), left, freeFrom);
}

/** A label in the lane above the plot; one that would cover its neighbour is left out. */
function drawLaneLabel(
  { context, x, y, scene }: Drawing,
  text: string,
  at: number,
  freeFrom: number,
) {
  const { palette } = scene;
  context.font = font(palette);
  const width = context.measureText(text).width;
  const left = Math.min(at, x.right + 100 - width);
  if (left < freeFrom) return freeFrom;
  context.fillStyle = palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text, left, y.top - 9);
  return left + width + 12;
}

function drawSpike(
  context: CanvasRenderingContext2D,
  at: number,
  top: number,
  color: string,
): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(at - 5, top);
  context.lineTo(at + 5, top);
  context.lineTo(at, top + 8);
  context.fill();
}

function drawVertical({ context, y }: Drawing, at: number, color: string, dash: number[]): void {
  context.save();
  context.strokeStyle = color;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(Math.round(at) + 0.5, y.top);
  context.lineTo(Math.round(at) + 0.5, y.bottom);
  context.stroke();
  context.restore();
}

/** Over the lines: the best point with its hair, and what is no number. */
export function drawPoints(drawing: Drawing): void {
  for (const curve of drawing.scene.card.curves) {
    drawBest(drawing, curve);
    drawOdd(drawing, curve);
  }
}

/** The best point is a place on the shown axis: the nearest point of the frame with its value. */
export function bestIndex({ data, best }: Curve): number {
  return best ? data.y.indexOf(best.y) : -1;
}

function drawBest(drawing: Drawing, curve: Curve): void {
  const { context, x, y, scene } = drawing;
  const { palette, card } = scene;
  const at = curve.data.x[bestIndex(curve)];
  if (!card.isMain || !curve.best || at === undefined || at < scene.from || at > scene.to) return;
  const px = x.getPixelForValue(at);
  const py = y.getPixelForValue(curve.best.y);
  if (!(py >= y.top && py <= y.bottom)) return;
  context.save();
  context.strokeStyle = palette.good;
  context.setLineDash([1, 3]);
  context.beginPath();
  context.moveTo(Math.round(px) + 0.5, py + 6);
  context.lineTo(Math.round(px) + 0.5, y.bottom);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 2;
  context.fillStyle = palette.page;
  context.beginPath();
  context.moveTo(px, py - 6);
  context.lineTo(px + 6, py);
  context.lineTo(px, py + 6);
  context.lineTo(px - 6, py);
  context.closePath();
  context.fill();
  context.stroke();
  context.restore();
  drawBestLabel(drawing, curve, at, px);
}

function drawBestLabel(
  { context, x, y, scene }: Drawing,
  curve: Curve,
  at: number,
  px: number,
): void {
  const value = writeValue(curve.best?.y ?? Number.NaN, scene.card.writing);
  const place = placeWords(at, curve.best?.epoch, scene);
  const text = scene.isNarrow ? t('best {0}', value) : `${t('best {0}', value)} · ${place}`;
  context.font = font(scene.palette, 600);
  const width = context.measureText(text).width;
  const isRight = px - 8 - width < x.left + 4;
  const left = isRight ? px + 8 : px - 8 - width;
  if (left + width > x.right) return;
  context.fillStyle = scene.palette.page;
  context.fillRect(left - 2, y.bottom - 19, width + 4, 14);
  context.fillStyle = scene.palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text, left, y.bottom - 8);
}

export function placeWords(
  x: number,
  epoch: number | undefined,
  { axis }: Pick<Scene, 'axis'>,
): string {
  if (axis !== 'epoch' && epoch !== undefined && Number.isInteger(epoch)) {
    return t('epoch {0}', writePlace(epoch, 'epoch'));
  }
  if (axis === 'time') return writePlace(x, axis);
  return axis === 'epoch'
    ? t('epoch {0}', writePlace(x, axis))
    : t('step {0}', writePlace(x, axis));
}

/** Crosses on the axis for NaN and infinity; a run of them is a red line along it. */
function drawOdd({ context, x, y, scene }: Drawing, { data }: Curve): void {
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
  labelOdd(
    { context, x, y, scene },
    oddX[oddX.length - 1] ?? 0,
    oddY[oddY.length - 1] ?? Number.NaN,
  );
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

export function colorOfSeverity(severity: Mark['severity'], palette: Palette): string {
  if (severity === 'error') return palette.error;
  if (severity === 'warning') return palette.warning;
  return severity === 'hint' ? palette.info : palette.dim;
}
