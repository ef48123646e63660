import type { Axis, Mark } from '../../protocol.js';
import type { Card } from '../cards.js';
import type { Palette } from '../theme.js';
import type { Limits } from './limits.js';

/** Everything that one drawing of a chart needs, as one value. */
export interface Scene {
  readonly card: Card;
  readonly palette: Palette;
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly limits: Limits;
  readonly isLogY: boolean;
  readonly isNarrow: boolean;
  readonly marks: readonly Mark[];
  /** Where the read part of a log that is still being read ends; undefined once it is read. */
  readonly readTo: number | undefined;
}
