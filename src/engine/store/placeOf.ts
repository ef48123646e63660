import { writePosition } from '../../analysis/index.js';
import type { Series } from './series.js';

/** "epoch 16", "step 6 750", with the epoch beside a step where it is known. English, as in the log. */
export function placeOf(series: Series, index: number): string {
  const { x, epoch } = series.pointAt(index);
  if (series.xUnit === 'epoch') return `epoch ${writePosition(x)}`;
  return epoch === undefined
    ? `step ${writePosition(x)}`
    : `step ${writePosition(x)} (epoch ${writePosition(epoch)})`;
}
