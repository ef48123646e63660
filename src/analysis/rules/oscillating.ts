import type { RunEvidence } from '../evidence/evidence.js';
import type { Trace } from '../evidence/trace.js';
import type { Phrase, RuledOut } from '../model.js';
import { writeLoss, writePercent, writeRate } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise, rankCauses, ruledOut } from './account.js';
import { notDiverging } from './neighbours.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK } from './sources.js';

/**
 * Noise of one value as a part of the loss that the run began with, besides that of the level (40 %):
 * near zero every loss is noisy against its level.
 */
const OF_START = 0.06;
/** Share of steps that turn back; a wave longer than a few points turns back more seldom. */
const FLIPS = 0.5;

/**
 * Oscillating: the train loss jumps to and fro by a large part of its level. Information: small batches
 * do that without harm, and of the trainings with too high a learning rate only some show it.
 * Losses below zero have no level to compare with and are left out.
 *
 * @measured 3 of 3 of our own runs that were said to oscillate by eye, none of 375 third-party sound runs.
 * Both parts were chosen with those 3 in view; about 10 others of 301 are named for a while, none of
 * those where it would be wrong.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { train, trainLevel, limits } = evidence;
  if (!train?.positive || !trainLevel || !train.firstAt) return undefined;
  const { noise, start, flips } = train;
  const ofLevel = limits['oscillating.ofLevelPercent'];
  if (!(noise.value > ofLevel * trainLevel.value && noise.value > OF_START * start))
    return undefined;
  if (!(flips.value > FLIPS)) return undefined;
  return {
    severity: 'info',
    since: train.firstAt,
    tell: () => tell(evidence, train, trainLevel.value),
  };
}

function tell(evidence: RunEvidence, train: Trace, level: number): Account {
  const { noise, start, flips } = train;
  const needed = evidence.limits['oscillating.ofLevelPercent'];
  const ofLevel = writePercent(noise.value / level);
  return {
    title: phrase('Oscillating.'),
    because: phrase(
      'Train loss jumps to and fro by {0} of its level ({1}) from one value to the next. Not diverging: the level itself holds.',
      ofLevel,
      writeLoss(level),
    ),
    evidence: [
      {
        label: phrase('Noise of train against its level'),
        measured: ofLevel,
        needed: phrase('> {0}', writePercent(needed)),
        holds: true,
      },
      {
        label: phrase('Noise of train against its start'),
        measured: writePercent(noise.value / start),
        needed: phrase('> {0}', writePercent(OF_START)),
        holds: true,
      },
      {
        label: phrase('Steps that turn back'),
        measured: writePercent(flips.value),
        needed: phrase('> {0}', writePercent(FLIPS)),
        holds: true,
      },
    ],
    isNot: isNot(evidence, train),
    causes: causesOf(evidence),
    advice: [
      advise(phrase('Lower the learning rate 2 to 10 times, or let it decay.'), PLAYBOOK),
      advise(phrase('Use larger batches or accumulate gradients.'), PLAYBOOK),
      advise(phrase('Check that the training data are shuffled.')),
    ],
  };
}

function isNot({ limits, spikes }: RunEvidence, train: Trace): RuledOut[] {
  return ruledOut(notDiverging(train, limits), [
    'spike',
    train.flips.value > FLIPS && !spikes.isOpen,
    phrase('Not a spike: {0} of all steps turn back.', writePercent(train.flips.value)),
  ]);
}

function causesOf({ rate }: RunEvidence): Phrase[] {
  return rankCauses(
    [
      true,
      Number.isNaN(rate.last)
        ? phrase('Learning rate too high')
        : phrase('Learning rate too high ({0} now)', writeRate(rate.last)),
    ],
    [false, phrase('Batches that are small or differ much from each other')],
    [false, phrase('Training data that are not shuffled')],
  );
}

const jumping = Array.from({ length: 60 }, (_, i) => 0.5 + 0.4 * Math.sin(2.4 * i));
const noisy = Array.from({ length: 60 }, (_, i) => 1 + 0.1 * Math.sin(2.4 * i));
const nearZero = jumping.map((y, i) => (i < 10 ? 3 - 0.25 * i : 0.05 * y));
const wave = Array.from({ length: 60 }, (_, i) => 0.5 + 0.4 * Math.sin(0.2 * i));

export const oscillating: Rule = {
  code: 'oscillating',
  kind: 'alarm',
  at: 'train',
  needs: { train: 20 },
  steadyFor: 20,
  judge,
  examples: [
    { title: 'to and fro by most of the level', train: jumping, speaks: true },
    { title: 'the noise of batches', train: noisy, speaks: false },
    { title: 'noise of a loss near zero', train: nearZero, speaks: false },
    { title: 'a slow wave', train: wave, speaks: false },
  ],
};
