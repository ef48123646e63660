import type { RunEvidence } from '../evidence/evidence.js';
import { type NamedPlace, namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase } from '../model.js';
import { writeFactor, writeLoss } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise } from './account.js';
import type { Account, Finding, Rule } from './rule.js';

/** Growth of the loss over its best before the first bad value that is worth naming as the cause. */
const GREW = 2;

/**
 * NaN or infinity in a loss: certain from the first value on. Every loss of the run counts, also those
 * that are not judged otherwise. It clears after three sound values.
 */
function judge({ traces, oddSeries }: RunEvidence): Finding | undefined {
  if (oddSeries === 0) return undefined;
  const trace = traces.find(isOdd);
  if (!trace?.oddSince) return undefined;
  return { severity: 'error', since: trace.oddSince, tell: () => tell(trace) };
}

function isOdd({ oddRow, info }: Trace): boolean {
  return oddRow > 0 && info.kind === 'loss' && info.better !== 'max';
}

function tell(trace: Trace): Account {
  const place = namePlace(trace, trace.oddSince ?? trace.here());
  const growth = trace.level.value / trace.level.best;
  return {
    title: title(trace, place),
    because: because(trace.oddRow, growth),
    evidence: [
      {
        label: phrase('Values in a row that are not finite'),
        measured: String(trace.oddRow),
        needed: phrase('1 or more'),
        holds: true,
      },
      {
        label: phrase('Level before, over its best'),
        measured: Number.isFinite(growth) ? writeFactor(growth) : '–',
        needed: phrase('> {0} points to divergence', writeFactor(GREW)),
        holds: growth > GREW,
      },
    ],
    isNot: [],
    causes: [],
    advice: [
      advise(phrase('Lower the learning rate or clip the gradients.')),
      advise(phrase('Check the inputs, log(0) and divisions by zero at that step.')),
      advise(phrase('With half precision, scale the loss or use bfloat16.')),
    ],
  };
}

function title({ info, oddValue }: Trace, { unit, number }: NamedPlace): Phrase {
  if (Number.isNaN(oddValue) && info.role === 'train' && info.metric === 'loss') {
    return unit === 'epoch'
      ? phrase('NaN in train loss since epoch {0}.', number)
      : phrase('NaN in train loss since step {0}.', number);
  }
  const value = writeLoss(oddValue);
  return unit === 'epoch'
    ? phrase('{0} in {1} since epoch {2}.', value, info.name, number)
    : phrase('{0} in {1} since step {2}.', value, info.name, number);
}

function because(row: number, growth: number): Phrase {
  if (growth > GREW) {
    return phrase(
      '{0} values in a row; the loss had grown to {1} its best before.',
      row,
      writeFactor(growth),
    );
  }
  return row === 1
    ? phrase('No growth before: look for log(0), a division by zero or an empty batch.')
    : phrase(
        '{0} values in a row, no growth before: look for log(0), a division by zero or an empty batch.',
        row,
      );
}

export const nan: Rule = {
  code: 'nan',
  kind: 'alarm',
  at: 'any',
  needs: {},
  steadyFor: 1,
  judge,
  rising: judge,
  examples: [
    { title: 'a NaN at the third value', train: [2, 1.5, Number.NaN], speaks: true },
    { title: 'infinity', train: [2, 1.5, Number.POSITIVE_INFINITY], speaks: true },
    { title: 'a huge finite loss', train: [2, 1.5, 1e300], speaks: false },
  ],
};
