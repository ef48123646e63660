import type { Phrase } from '../model.js';
import { phrase } from '../phrase.js';
import type { Reason } from './explanation.js';

/** Each reason as a sentence. */
const WHY: Readonly<Record<Reason, Phrase>> = {
  position: phrase('Only says where the training is: it places the lines below.'),
  section: phrase('Only says which data the lines below were measured on.'),
  header: phrase('Names the columns of a table.'),
  box: phrase('A row of a box or table that holds no metric, or that never ended.'),
  row: phrase('No row of this table: other cells than its header names, or none with a metric.'),
  repaint: phrase('A progress bar that is drawn again: only its last paint is a point.'),
  bar: phrase('A progress bar that carries no metric.'),
  rank: phrase('Printed by another rank: the first one tells the same.'),
  repeated: phrase('Its values were printed before at the same position.'),
  best: phrase('Tells of a best or an earlier value that was printed before.'),
  rates: phrase('Only a learning rate, and no loss or other metric proves a training.'),
  'no-place': phrase(
    'A metric, but neither a step nor an epoch places it, and no curve came of it.',
  ),
  once: phrase(
    'Its form is doubtful, and no second line of the same form with other numbers came.',
  ),
  held: phrase('Belongs to a line that was left out: a repeated best round, or another rank.'),
  summary: phrase('A summary or a mean over the run, no point of it.'),
  setting: phrase('A setting: how many there will be, or how the training is configured.'),
  code: phrase('Source code, a warning or an error report.'),
  prose: phrase('A sentence: more words than a print of metrics has.'),
  noise: phrase('Only time, memory, speed, counts or positions.'),
  'no-number': phrase('Its digits belong to dates, versions, names or paths.'),
  unnamed: phrase('Numbers without a name beside them.'),
  'no-name': phrase('No name beside its numbers is known as a metric.'),
  unclear: phrase(
    'A known metric stands in it, but its form does not say which number is its value.',
  ),
  unprintable: phrase('Holds bytes that no print has.'),
  long: phrase('Longer than a print for people.'),
  'not-a-log': phrase('By its name the file is text, a setting or source code, not a log.'),
};

export function sayReason(reason: Reason): Phrase {
  return WHY[reason];
}

/** Metrics that are held back: a pattern is what is missing. */
const HELD: ReadonlySet<Reason> = new Set(['no-place', 'once', 'held', 'rates']);
/** Lines of a form that comes again may be prints that nobody knows. */
const UNKNOWN: ReadonlySet<Reason> = new Set(['unnamed', 'no-name', 'unclear']);
/** Reasons that are right as a rule, unless such lines come again and again. */
const DOUBTFUL: ReadonlySet<Reason> = new Set(['prose', 'setting', 'noise', 'best', 'box', 'row']);

/** Whether a pattern is worth offering for a form of so many lines. */
export function invitesPattern(reason: Reason, lines: number): boolean {
  return (
    HELD.has(reason) || (UNKNOWN.has(reason) && lines >= 2) || (DOUBTFUL.has(reason) && lines >= 3)
  );
}
