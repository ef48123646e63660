import type { Curve } from '../cards.js';
import type { Palette } from '../theme.js';
import type { Stroke } from './typedLine.js';

/** Dashes in pixels at width 2: every series differs by dash as well as by hue. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [12, 4], [2, 2, 2, 5]] as const;

export function colorOf({ hue }: Curve, palette: Palette): string {
  if (typeof hue === 'number') return palette.series[hue % 7] ?? palette.text;
  return palette[hue];
}

/** Train and val are told apart by the dots of val; from the third series on the dash does it. */
export function dashOf({ hue }: Curve): readonly number[] {
  if (typeof hue !== 'number' || hue === 0) return [];
  return DASHES[(hue + Math.floor(hue / 7)) % 7] ?? [];
}

/** The line of a curve, or the raw values behind a smoothed one. */
export function strokeOf(curve: Curve, palette: Palette, isRaw: boolean): Stroke {
  const color = colorOf(curve, palette);
  const thicker = palette.isHighContrast ? 0.5 : 0;
  return {
    x: curve.data.x,
    y: isRaw ? curve.data.y : curve.line,
    color: isRaw ? rawColor(curve, color, palette) : color,
    width: isRaw ? 1 : (curve.hue === 'train' || curve.hue === 'lr' ? 1.5 : 2) + thicker,
    opacity: isRaw && !palette.isHighContrast && curve.hue !== 'train' ? 0.2 : 1,
    dash: isRaw ? [] : dashOf(curve),
    hasDots: !isRaw && curve.hasDots,
    isStep: curve.hue === 'lr',
  };
}

/** In high contrast nothing is transparent: raw values have a dim colour of their own. */
function rawColor(curve: Curve, color: string, palette: Palette): string {
  return palette.isHighContrast || curve.hue === 'train' ? palette.raw : color;
}
