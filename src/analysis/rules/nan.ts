import type { RunEvidence } from '../evidence/evidence.js';
import { type NamedPlace, namePlace } from '../evidence/place.js';
import type { Trace } from '../evidence/trace.js';
import type { Advice, Phrase } from '../model.js';
import { writeFactor, writeLoss } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { notDiverging } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK } from './sources.js';

/** Growth of the loss over its best before the first bad value that is worth naming as the cause. */
const GREW = 2;

/**
 * NaN or infinity in a loss: certain from the first value on. Every loss of the run counts, also those
 * that are not judged otherwise. It clears after three sound values.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  if (evidence.oddSeries === 0) return undefined;
  const trace = evidence.traces.find(isOdd);
  if (!trace?.oddSince) return undefined;
  return { severity: 'error', since: trace.oddSince, tell: () => tell(evidence, trace) };
}

function isOdd({ oddRow, info }: Trace): boolean {
  return oddRow > 0 && info.kind === 'loss' && info.better !== 'max';
}

function tell(evidence: RunEvidence, trace: Trace): Account {
  const place = namePlace(trace, trace.oddSince ?? trace.here());
  const growth = growthOf(trace);
  return {
    title: title(trace, place),
    because: because(trace, growth),
    evidence: [
      {
        label: phrase('Values in a row that are not finite'),
        measured: String(trace.oddRow),
        needed: phrase('1 or more'),
        holds: trace.oddRow > 0,
      },
      {
        label: phrase('Level before, over its best'),
        measured: Number.isFinite(growth) ? writeFactor(growth) : '–',
        needed: phrase('> {0} points to divergence', writeFactor(GREW)),
        holds: growth > GREW,
      },
    ],
    isNot: ruledOut(
      notDiverging(trace.info.role === 'train' ? trace : undefined, evidence.limits),
      [
        'spike',
        trace.oddRow > 1,
        phrase('Not a spike: no number came back in {0} values.', trace.oddRow),
      ],
    ),
    causes: causesOf(evidence, trace, growth),
    advice: adviceOn(growth),
  };
}

/** The last level over the best; NaN where there is none, or where losses may be negative. */
function growthOf({ positive, level }: Trace): number {
  return positive ? level.value / level.best : Number.NaN;
}

/** A loss that grew points to divergence; out of a flat curve it comes from a batch, a formula or a format. */
function causesOf({ train }: RunEvidence, trace: Trace, growth: number): Phrase[] {
  const grew = growth > GREW;
  const isInfinite = !Number.isNaN(trace.oddValue);
  const isValAlone = trace.info.role === 'val' && train?.oddRow === 0;
  return rankCauses(
    ...(isValAlone
      ? [[true, phrase('A validation batch that is empty or broken; train has numbers')] as const]
      : []),
    [
      grew,
      grew
        ? phrase('Learning rate too high: the loss had grown to {0} its best', writeFactor(growth))
        : phrase('Learning rate too high'),
    ],
    [isInfinite, phrase('Overflow in half precision (fp16)')],
    [!grew, phrase('log(0), a division by zero or the root of a negative number')],
    [!grew, phrase('A broken batch: NaN, extreme or no values in it')],
  );
}

function adviceOn(growth: number): Advice[] {
  const calm = advise(phrase('Lower the learning rate or clip the gradients.'), PLAYBOOK);
  const check = advise(phrase('Check the inputs, log(0) and divisions by zero at that step.'));
  const half = advise(phrase('With half precision, scale the loss or use bfloat16.'));
  return growth > GREW ? [calm, check, half] : [check, half, calm];
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

function because({ oddRow: row, level }: Trace, growth: number): Phrase {
  if (row === 0) return phrase('Numbers have come again since then.');
  if (growth > GREW) {
    return phrase(
      '{0} values in a row; the loss had grown to {1} its best before.',
      row,
      writeFactor(growth),
    );
  }
  if (Number.isNaN(level.value)) return phrase('{0} values in a row; no number came before.', row);
  return phrase(
    '{0} values in a row; the loss was {1} before and had not grown: look for log(0), a division by zero or a broken batch.',
    row,
    writeLoss(level.value),
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
