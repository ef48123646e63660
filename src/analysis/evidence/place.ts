import type { PlaceInSeries } from '../model.js';
import { writePosition } from '../numbers.js';
import type { Trace } from './trace.js';

/** A place as a sentence names it: by its epoch where that is known, else by its step. */
export interface NamedPlace {
  readonly unit: 'epoch' | 'step';
  /** The number alone: "20", "1 272". */
  readonly number: string;
  /** With its unit: "epoch 20". The words stay English in every language, as in the code of the run. */
  readonly name: string;
}

export function namePlace({ xUnit }: Trace, { epoch, x }: PlaceInSeries): NamedPlace {
  const unit = epoch !== undefined || xUnit === 'epoch' ? 'epoch' : 'step';
  const number = writePosition(epoch ?? x);
  return { unit, number, name: `${unit} ${number}` };
}
