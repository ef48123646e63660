import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Spike } from '../evidence/spike.js';
import { LINGERS_FROM } from '../evidence/spikes.js';
import type { Trace } from '../evidence/trace.js';
import type { Advice, Evidence, Phrase, RuledOut } from '../model.js';
import { writeLoss, writePosition, writeSigmas } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { diverging } from './diverging.js';
import { PALM, PLAYBOOK } from './sources.js';

/** Part of the points up to which spikes are single events. */
const FEW = 0.02;
/** Points before a spike within which a level that left its best may have done so by noise alone. */
const NEAR = 31;

/** How it ended, as its curve and the other rules tell. */
export type Came = Spike['aftermath'] | 'diverged' | 'diverging' | 'odd';

/** `diverging`: the run diverged already when the spike came, so that it is none of its causes. */
export function cameOf(evidence: RunEvidence, { at, aftermath }: Spike): Came {
  if (aftermath !== 'open' && aftermath !== 'lingering') return aftermath;
  if (evidence.train && evidence.train.oddRow > 0) return 'odd';
  const divergence = diverging.judge(evidence);
  if (!divergence) return aftermath;
  return divergence.since.index < at.index - NEAR ? 'diverging' : 'diverged';
}

export function because(came: Came, train: Trace, spike: Spike): Phrase {
  const from = writeLoss(spike.before);
  const to = writeLoss(spike.value);
  const after = spanOf(train, spike.after);
  switch (came) {
    case 'recovered':
      return phrase('Train loss jumped from {0} to {1} and was back after {2}.', from, to, after);
    case 'lingering':
      return phrase(
        'Train loss jumped from {0} to {1} and is not back after {2}: it is at {3}.',
        from,
        to,
        after,
        writeLoss(train.level.value),
      );
    case 'diverged':
      return phrase(
        'Train loss jumped from {0} to {1} and diverged: it is at {3} after {2}.',
        from,
        to,
        after,
        writeLoss(train.level.value),
      );
    case 'odd':
      return phrase('Train loss jumped from {0} to {1}, and then it was no number.', from, to);
    case 'followed':
      return phrase(
        'Train loss jumped from {0} to {1}; another spike came after {2}, before it was back.',
        from,
        to,
        after,
      );
    default:
      return spike.after === 0 || came === 'rewound' || came === 'diverging'
        ? phrase('Train loss jumped from {0} to {1}.', from, to)
        : phrase(
            'Train loss jumped from {0} to {1}; {2} later it is at {3}.',
            from,
            to,
            after,
            writeLoss(train.last),
          );
  }
}

export function heightRow({ height, needed }: Spike): Evidence {
  return {
    label: phrase('Height over the level before'),
    measured: writeSigmas(height, 1),
    needed: phrase('> {0} σ', Number(needed.toPrecision(3))),
    holds: true,
  };
}

export function afterRow(train: Trace, spike: Spike, came: Came): Evidence {
  const isBack = came === 'recovered';
  return {
    label: isBack ? phrase('Back at the level before after') : phrase('Not back so far, after'),
    measured: spanOf(train, spike.after),
    needed: phrase('{0} points at most', LINGERS_FROM),
    holds: isBack,
  };
}

export function adviceOn(came: Came, train: Trace, { at }: Spike): Advice[] {
  if (came === 'recovered') return [advise(phrase('It recovered by itself: do nothing.'))];
  // The divergence says what to do; after a rewind it is done.
  if (came === 'diverging' || came === 'rewound') return [];
  if (came === 'open') return [advise(phrase('Wait: most spikes recover by themselves.'))];
  const place = namePlace(train, at);
  return [
    place.unit === 'epoch'
      ? advise(phrase('Go back to the checkpoint before {0}.', place.name))
      : advise(
          phrase('Go back to a checkpoint about 100 steps before it and skip 200 to 500 batches.'),
          PALM,
        ),
    advise(phrase('If it comes again, lower the learning rate or clip the gradients.'), PLAYBOOK),
  ];
}

/** What is mistaken for it. */
export function isNot(evidence: RunEvidence, train: Trace, came: Came): RuledOut[] {
  const { level, finite } = train;
  const { count } = evidence.spikes;
  return ruledOut(
    [
      'diverging',
      came === 'recovered' && !diverging.judge(evidence),
      phrase(
        'Not diverging: the train level (median of 5) is {0}, its best was {1}.',
        writeLoss(level.value),
        writeLoss(level.best),
      ),
    ],
    [
      'oscillating',
      count < FEW * finite,
      count === 1
        ? phrase('Not oscillating: 1 value of {0} stands out.', finite)
        : phrase('Not oscillating: {0} values of {1} stand out.', count, finite),
    ],
  );
}

export function causesOf({ spikes }: RunEvidence, came: Came): Phrase[] {
  const stayed = came === 'lingering' || came === 'diverged';
  return rankCauses(
    [came === 'odd', phrase('A value beyond what half precision holds')],
    [spikes.count === 1 && !stayed, phrase('One batch with outliers or wrong labels')],
    [spikes.count > 1 || stayed, phrase('A learning rate at the edge of what is stable')],
    [stayed, phrase('Exploding gradients, no clipping')],
  );
}

/** "4 steps". The words stay English in every language, as those of a place. */
function spanOf({ xUnit }: Trace, x: number): string {
  const unit = xUnit === 'index' ? 'point' : xUnit;
  return `${writePosition(x)} ${unit}${x === 1 ? '' : 's'}`;
}
