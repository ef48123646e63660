import {
  phrase,
  type Severity,
  type Verdict,
  type VerdictCode,
} from '../../../src/analysis/index.js';
import type { RunSummary, SeriesSummary } from '../../../src/protocol.js';

/** A verdict of this code that began at line 7. */
export function verdictOf(code: VerdictCode, severity: Severity): Verdict {
  const at = { series: 0, index: 4, x: 5, epoch: 5, line: 7 };
  return {
    code,
    severity,
    title: phrase('{0} since epoch {1}.', code, 5),
    because: phrase('Val loss is {0} above its best.', '36 %'),
    since: at,
    raisedAt: { ...at, x: 8, line: 10 },
    evidence: [],
    isNot: [],
    causes: [],
    advice: [],
  };
}

export function seriesOf(name: string, part: Partial<SeriesSummary> = {}): SeriesSummary {
  return {
    id: 0,
    name,
    metric: 'loss',
    split: 'train',
    kind: 'loss',
    role: 'train',
    better: 'min',
    xUnit: 'epoch',
    count: 12,
    last: { x: 12, y: 0.1234, epoch: 12, line: 14 },
    ...part,
  };
}

/** A run as the engine would say it; tests name only what matters to them. */
export function runOf(part: Partial<RunSummary> = {}): RunSummary {
  return {
    id: 'a/train.log#0',
    name: 'a/train.log',
    file: '/w/a/train.log',
    format: 'general',
    state: 'live',
    attempts: 1,
    series: [seriesOf('loss')],
    points: 12,
    progress: {},
    axes: ['epoch'],
    verdicts: [],
    seq: 1,
    changedAt: 2000,
    ...part,
  };
}

/** The words around a diagnosis, as they are in English. */
export const DOCUMENT_WORDS = {
  none: 'none',
  evidence: 'Evidence',
  measured: 'Measured',
  needed: 'Needed',
  isNot: 'What it is not',
  causes: 'Causes',
  advice: 'What to do',
  since: 'Since',
  line: 'line',
};
