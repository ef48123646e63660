import { classesAtChance } from '../evidence/chance.js';
import type { Trace } from '../evidence/trace.js';
import type { Evidence } from '../model.js';
import { writeLoss } from '../numbers.js';
import { phrase } from '../phrase.js';

/** The level of a curve beside ln K, where the run sits at chance for K classes; nothing elsewhere. */
export function chanceRows(
  shown: Trace,
  train: Trace | undefined,
  val: Trace | undefined,
): Evidence[] {
  const classes = classesAtChance(train, val);
  if (classes === undefined) return [];
  return [
    {
      label: phrase('Loss of a guess among {0} classes (ln {0})', classes),
      measured: writeLoss(shown.level.value),
      needed: phrase('about {0}', writeLoss(Math.log(classes))),
      holds: true,
    },
  ];
}
