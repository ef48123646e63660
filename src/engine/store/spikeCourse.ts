import { type Phrase, phrase, type Spike, writeLoss, writePosition } from '../../analysis/index.js';
import type { Series } from './series.js';

/** A spike and what came after it, in a sentence. */
export function courseOf(
  { before, value, aftermath, after }: Spike,
  { info, xUnit }: Series,
): Phrase {
  const course = [info.name, writeLoss(before), writeLoss(value)] as const;
  const unit = xUnit === 'epoch' ? 'epochs' : 'steps';
  const span = `${writePosition(after)} ${after === 1 ? unit.slice(0, -1) : unit}`;
  if (aftermath === 'recovered')
    return phrase('{0} jumped from {1} to {2} and was back after {3}.', ...course, span);
  if (aftermath === 'lingering')
    return phrase('{0} jumped from {1} to {2} and was not back after {3}.', ...course, span);
  if (aftermath === 'followed')
    return phrase(
      '{0} jumped from {1} to {2}; another spike came after {3}, before it was back.',
      ...course,
      span,
    );
  return phrase('{0} jumped from {1} to {2}.', ...course);
}
