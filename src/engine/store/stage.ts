import type { Axis } from '../../protocol.js';

/** The shown part of an axis, in its own values; `origin` is what the page takes as its zero. */
export interface Stage {
  readonly axis: Axis;
  readonly origin: number;
  readonly from: number;
  readonly to: number;
  /** End of the run on the axis. */
  readonly end: number;
  readonly pixels: number;
}
