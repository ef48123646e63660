import type { Scale } from 'chart.js';
import { writePlace } from '../numbers.js';
import type { Palette } from '../theme.js';
import { t } from '../words.js';
import type { PlacedMark } from './placedMarks.js';
import type { Scene } from './scene.js';

export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly x: Scale;
  readonly y: Scale;
  readonly scene: Scene;
  readonly placed: readonly PlacedMark[];
}

const SMALL = 11;

export function font({ font }: Palette, weight: 400 | 600 = 400): string {
  return `${weight} ${SMALL}px ${font}`;
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
