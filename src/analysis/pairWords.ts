import type { Phrase } from './model.js';
import { type Direction, PAIR_TABLE, type PairReading } from './pairReading.js';
import { phrase } from './phrase.js';

/** The words around the table of train and val, for the page, the document and plain text. */
export const PAIR_WORDS = {
  title: phrase('Read as a pair'),
  train: phrase('train'),
  val: phrase('val'),
  usually: phrase('usually read as'),
  other: phrase('not in the table'),
  labelled: phrase('On labelled runs'),
  about: phrase(
    'The last quarter of the curves, read by the usual table; the verdict above weighs more.',
  ),
} as const;

const DIRECTIONS: Readonly<Record<Direction, Phrase>> = {
  down: phrase('↓ down'),
  flat: phrase('→ flat'),
  up: phrase('↑ up'),
};

/** A row of the table with the changes of this run, where it is the run's own. */
export interface PairRow {
  readonly isThis: boolean;
  readonly train: Phrase;
  readonly val: Phrase;
  /** "−14 %" where it is the run's own row, else empty. */
  readonly trainChange: string;
  readonly valChange: string;
  readonly says: Phrase;
}

/** The table that people know, and below it the run's own row where it has none like it. */
export function pairRows(pair: PairReading): readonly PairRow[] {
  const known = PAIR_TABLE.map(({ train, val, says }, index) =>
    rowOf(train, val, says, index === pair.row ? pair : undefined),
  );
  const own = rowOf(pair.train, pair.val, PAIR_WORDS.other, pair);
  return pair.row === undefined ? [...known, own] : known;
}

function rowOf(train: Direction, val: Direction, says: Phrase, own?: PairReading): PairRow {
  const { trainChange = '', valChange = '' } = own ?? {};
  const words = { train: DIRECTIONS[train], val: DIRECTIONS[val], says };
  return { isThis: own !== undefined, ...words, trainChange, valChange };
}
