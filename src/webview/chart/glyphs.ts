import { writeValue } from '../numbers.js';
import { t } from '../words.js';
import { type Drawing, font, placeWords } from './drawing.js';
import type { PlacedMark } from './placedMarks.js';

/** More spikes than these are shapes without their values: the plot stays calm. */
const NAMED_SPIKES = 6;

/** Over the lines: the best point with its hair, spikes, flags of restarts. The rate has its strip. */
export function drawGlyphs(drawing: Drawing): void {
  const { placed } = drawing;
  for (const one of placed) if (one.mark.kind === 'best') drawBest(drawing, one);
  for (const one of placed) drawShape(drawing, one);
  const spikes = placed.filter(({ mark }) => mark.kind === 'spike');
  if (spikes.length > 0 && spikes.length <= NAMED_SPIKES) drawSpikeValues(drawing, spikes);
}

function drawShape({ context, y, scene }: Drawing, { mark, px }: PlacedMark): void {
  context.fillStyle = scene.palette.text;
  if (mark.kind === 'spike') {
    fillPath(context, [
      [px - 5, y.top],
      [px + 5, y.top],
      [px, y.top + 8],
    ]);
  } else if (mark.kind === 'restart') {
    fillPath(context, [
      [px, y.top],
      [px + 9, y.top + 4],
      [px, y.top + 8],
    ]);
  }
}

function fillPath(
  context: CanvasRenderingContext2D,
  points: readonly (readonly [number, number])[],
): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.fill();
}

/** The value beside its triangle, left of it unless there is no room. */
function drawSpikeValues({ context, x, y, scene }: Drawing, spikes: readonly PlacedMark[]): void {
  context.save();
  context.font = font(scene.palette);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const taken = spikes.map(({ px }) => [px - 7, px + 7] as [number, number]);
  for (const { mark, px } of spikes) {
    const text = writeValue(mark.y ?? Number.NaN, scene.card.writing);
    const width = context.measureText(text).width;
    const left = [px - 9 - width, px + 9].find(
      (at) =>
        at >= x.left + 2 &&
        at + width <= x.right &&
        !taken.some(([from, to]) => at < to && at + width > from),
    );
    if (left === undefined) continue;
    taken.push([left, left + width]);
    drawOverLines(context, text, left, y.top + 8, scene);
  }
  context.restore();
}

/** Text with a rim of the page's colour: it stays legible on a line. */
function drawOverLines(
  context: CanvasRenderingContext2D,
  text: string,
  left: number,
  at: number,
  { palette }: Drawing['scene'],
): void {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.page;
  context.strokeText(text, left, at);
  context.fillStyle = palette.text;
  context.fillText(text, left, at);
}

function drawBest(drawing: Drawing, one: PlacedMark): void {
  const { context, y, scene } = drawing;
  const { palette } = scene;
  const { px, py } = one;
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
  drawBestLabel(drawing, one);
}

function drawBestLabel({ context, x, y, scene }: Drawing, { mark, px }: PlacedMark): void {
  const curve = scene.card.curves.find(({ id }) => id === mark.series);
  const value = t('best {0}', writeValue(mark.y ?? Number.NaN, scene.card.writing));
  const place = placeWords(mark.x, curve?.best?.epoch, scene);
  const text = scene.isNarrow ? value : `${value} · ${place}`;
  context.save();
  context.font = font(scene.palette, 600);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const width = context.measureText(text).width;
  const isRight = px - 8 - width < x.left + 4;
  const left = isRight ? px + 8 : px - 8 - width;
  if (left + width <= x.right) drawOverLines(context, text, left, y.bottom - 8, scene);
  context.restore();
}
