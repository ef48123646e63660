import type { Mark } from '../../protocol.js';
import type { Palette } from '../theme.js';
import { say } from '../words.js';
import { type Drawing, font } from './drawing.js';
import type { PlacedMark } from './placedMarks.js';

/** Bars of several verdicts lie below each other, in pixels. */
const BAR = 3;
const BAR_STEP = 4;
const GAP = 12;

/** Behind the lines: spans of verdicts, changes of the learning rate, restarts. */
export function drawSpans(drawing: Drawing): void {
  const { placed, scene } = drawing;
  const gravest = scene.marks.filter(({ kind }) => kind === 'onset');
  for (const one of placed) {
    const { mark, px } = one;
    if (mark.kind === 'onset') drawOnset(drawing, one, gravest.indexOf(mark));
    else if (mark.kind === 'restart') drawVertical(drawing, px, scene.palette.dim, [6, 3]);
    else if (mark.kind !== 'best' && mark.kind !== 'spike')
      drawVertical(drawing, px, scene.palette.dim, [1, 4]);
  }
  if (gravest.length > 0) drawLane(drawing, gravest);
}

/** Only the gravest is tinted: two tints would make a colour of nobody. */
function drawOnset({ ...drawing }: Drawing, { mark, px, end }: PlacedMark, rank: number): void {
  const { context, y, scene } = drawing;
  const { palette, from } = scene;
  const color = colorOfSeverity(mark.severity, palette);
  context.save();
  context.fillStyle = color;
  context.fillRect(px, y.top - BAR + BAR_STEP * rank, Math.max(BAR, end - px), BAR);
  if (!palette.isHighContrast && rank === 0) {
    context.globalAlpha = 0.06;
    context.fillRect(px, y.top, end - px, y.height);
    context.globalAlpha = 1;
  }
  if (mark.x >= from) drawVertical(drawing, px, color, [3, 3]);
  context.restore();
}

/** Names of the spans in the lane above the plot, the gravest first; one that has no room is left out. */
function drawLane({ context, x, y, scene, placed }: Drawing, gravest: readonly Mark[]): void {
  const { palette, isNarrow } = scene;
  const taken: [from: number, to: number][] = [];
  const last = x.right + (isNarrow ? 68 : 100);
  context.save();
  context.font = font(palette);
  context.fillStyle = palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const mark of gravest) {
    const px = placed.find((one) => one.mark === mark)?.px;
    if (px === undefined) continue;
    const text = say(mark.label).replace(/[.。]$/, '');
    const width = context.measureText(text).width;
    const left = Math.max(4, Math.min(px, last - width));
    if (taken.some(([from, to]) => left < to && left + width + GAP > from)) continue;
    context.fillText(text, left, y.top - 9, last - left);
    taken.push([left, left + width + GAP]);
  }
  context.restore();
}

function drawVertical(
  { context, y }: Drawing,
  at: number,
  color: string,
  dash: readonly number[],
): void {
  context.save();
  context.strokeStyle = color;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(Math.round(at) + 0.5, y.top);
  context.lineTo(Math.round(at) + 0.5, y.bottom);
  context.stroke();
  context.restore();
}

export function colorOfSeverity(severity: Mark['severity'], palette: Palette): string {
  if (severity === 'error') return palette.error;
  if (severity === 'warning') return palette.warning;
  return severity === 'hint' ? palette.info : palette.dim;
}
