import type { PlaceInSeries } from '../model.js';

/**
 * What came after a spike. `open`: not back so far, and it is early. `lingering`: not back after 200 points.
 * `followed`: another spike came before it was back. `rewound`: the run went back to before it.
 */
export type Aftermath = 'open' | 'recovered' | 'lingering' | 'followed' | 'rewound';

/** A train value far above the level before it, and what came after. */
export interface Spike {
  readonly at: PlaceInSeries;
  readonly value: number;
  /** The level before it, in the unit of the series. */
  readonly before: number;
  /** Height over that level in standard deviations, and what was asked for. */
  readonly height: number;
  readonly needed: number;
  readonly aftermath: Aftermath;
  /** From the spike to the first value that was back for good or, while there is none, to the last one: in x. */
  readonly after: number;
}
