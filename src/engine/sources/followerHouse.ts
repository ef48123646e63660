import type { PlacedReading, SourceState } from '../../protocol.js';
import type { News } from '../store/families.js';
import type { RunStore } from '../store/runStore.js';
import type { Standing } from './beginning.js';
import type { MayRead } from './links.js';
import type { AnyReader } from './sourceBytes.js';

/** What a follower is given, and whom it tells. */
export interface FollowerHouse {
  readonly newReader: (file: string) => AnyReader;
  readonly mayRead: MayRead;
  readonly store: RunStore;
  /** What people should hear of the runs. */
  readonly changed: (news: News) => void;
  readonly added: (file: string, readings: readonly PlacedReading[]) => void;
  readonly withdrawn: (file: string, readings: readonly PlacedReading[]) => void;
  readonly source: (state: SourceState) => void;
  /** How the content that stands there now stands among the runs of the file; told before its points. */
  readonly stands: (file: string, standing: Standing) => void;
}
