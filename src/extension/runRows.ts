import { writeLoss, writePosition } from '../analysis/index.js';
import type { RunSummary, SeriesSummary } from '../protocol.js';
import { keySeries } from './runWords.js';

/** "loss 0.123 · val_loss 0.231": the values that say most, in one line. */
export function lastValues(run: RunSummary): string {
  return keySeries(run)
    .map(({ name, last }) => `${name} ${writeLoss(last.y)}`)
    .join(' · ');
}

/** Where the run stands: "epoch 47/100" or "step 20 000". Numbers only; the words are the caller's. */
export function progressOf({ progress }: RunSummary): {
  readonly unit: 'epoch' | 'step' | undefined;
  readonly at: string;
} {
  const { epoch, epochs, step, steps } = progress;
  if (epoch !== undefined) return { unit: 'epoch', at: ofTotal(epoch, epochs) };
  if (step !== undefined) return { unit: 'step', at: ofTotal(step, steps) };
  return { unit: undefined, at: '' };
}

/** Whether the best of a series is worth a word: it has one and it is not its last value. */
export function hasOwnBest({ best, last }: SeriesSummary): boolean {
  return best !== undefined && best.y !== last.y;
}

function ofTotal(value: number, total: number | undefined): string {
  return total === undefined
    ? writePosition(value)
    : `${writePosition(value)}/${writePosition(total)}`;
}
