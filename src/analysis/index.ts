export { Column, SparseColumn } from './column.js';
export { csvCell } from './csvCell.js';
export { createDiagnosis } from './diagnose.js';
export type { Diagnosis, VerdictChange } from './diagnosis.js';
export type { Cause, Ending } from './ending/ending.js';
export { endedAtTotal, howItEnds, type LastLine } from './ending/howItEnds.js';
export { LogClock } from './evidence/clock.js';
export type { Spike } from './evidence/spike.js';
export { highestOf, type MarkedSpike } from './evidence/spikeLog.js';
export { Explainer, explainWhole } from './explain/explainer.js';
export type { Explanation, LeftLines, TakenLines } from './explain/explanation.js';
export { type ExplanationText, explanationText } from './explain/explanationText.js';
export { LIMITS, type LimitKey, type LimitRow } from './limits.js';
export { betterOf, readMetricName, roleOf, seriesInfo } from './metricNames.js';
export type {
  Advice,
  Better,
  Evidence,
  Kind,
  LineBlock,
  LogLine,
  Phrase,
  PlaceInSeries,
  Point,
  RawLine,
  Reading,
  Role,
  RuledOut,
  SeriesInfo,
  Severity,
  Split,
  Verdict,
  VerdictCode,
  XUnit,
} from './model.js';
export {
  writeLoss,
  writePercent,
  writePosition,
  writeRate,
  writeSeconds,
} from './numbers.js';
export { type Direction, PAIR_TABLE, type PairReading, type TableRow } from './pairReading.js';
export { PAIR_WORDS, type PairRow, pairRows } from './pairWords.js';
export { asWritten, lonelyBracket } from './pattern/namedGroups.js';
export {
  type Caught,
  faultAt,
  isFault,
  type LinePattern,
  type ParsedPattern,
  type PatternFault,
  type UserFormat,
} from './pattern/pattern.js';
export { takenBy } from './pattern/patternDraft.js';
export { readPattern } from './pattern/readPattern.js';
export { suggestPattern } from './pattern/suggestPattern.js';
export { nameMetric, phrase, sayPhrase } from './phrase.js';
export { printable, printableLines } from './printable.js';
export type { LogReader } from './reader/logReader.js';
export { isDocument, type ReadDocument, readDocument } from './reader/readDocument.js';
export { createReader, type ReaderOptions } from './reader/readLines.js';
export {
  ReadingColumns,
  type ReadingPlace,
  type ReadingSink,
  SeriesColumns,
  type SeriesName,
} from './readingColumns.js';
export type { RecordReader } from './records/recordReader.js';
export { recordsOf } from './records/recordsOf.js';
export {
  type Loudness,
  NOTHING_SET,
  type ReadSettings,
  type RulePair,
  type RuleSettings,
  readRuleSettings,
  settableNames,
} from './rules/ruleSettings.js';
export { type Attempt, type Curve, decimate, type Extent, GAP } from './window/decimate.js';
export { type Extremes, Pyramid } from './window/pyramid.js';
export { Smoother } from './window/smooth.js';
export { fromWire, toWire } from './wire.js';
