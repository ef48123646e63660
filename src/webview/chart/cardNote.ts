import { writeShort, writeValue } from '../numbers.js';
import { t } from '../words.js';
import type { Scene } from './scene.js';

/** What is hidden is said: what is clipped, what is smoothed, how many values are none. */
export function noteOf({ card, limits, isLogY }: Scene): string {
  const odd = card.curves.reduce((sum, { data }) => sum + data.oddX.length, 0);
  const best = card.isMain ? undefined : card.curves.find((curve) => curve.best)?.best;
  const parts = [
    isLogY ? t('log y') : undefined,
    best ? t('best {0}', writeValue(best.y, card.writing)) : undefined,
    limits.clippedUpTo === undefined
      ? undefined
      : t(
          'clipped at {0}, largest {1}',
          writeValue(limits.max, card.writing),
          writeValue(limits.clippedUpTo, card.writing),
        ),
    odd > 0 ? t('{0} values are not numbers', writeShort(odd)) : undefined,
    card.isMain && card.curves.some(({ isSmooth }) => isSmooth)
      ? t('smoothed over all points')
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
