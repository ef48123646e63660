import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import type { Spike } from '../evidence/spike.js';
import { SPIKE_POINTS } from '../evidence/spikes.js';
import type { Trace } from '../evidence/trace.js';
import { writeLoss } from '../numbers.js';
import { phrase } from '../phrase.js';
import { countLastQuarter, type LastQuarterCount } from '../stats/frequency.js';
import { advise } from './account.js';
import type { Account, Finding, Rule } from './rule.js';
import { PLAYBOOK, ZCLIP } from './sources.js';
import { adviceOn, afterRow, because, cameOf, causesOf, heightRow, isNot } from './spikeWords.js';

/** Spikes come more often where accident makes so many of them in the last quarter more seldom than this … */
const BY_ACCIDENT = 0.001;
/** … and there are so many there: with fewer none of this is said. */
const OFTEN_FROM = 5;

/**
 * Loss spike: one train value far above the level before it (see `Spikes`). Each is an event of its own, said
 * at once; it stands until the level is back, and longer where spikes come more often than before.
 *
 * @measured 26 of 26 large spikes in our own runs, none false in 62 000 points (the runs it was
 * developed on); with the median alone 26 false. 4 of 6 small ones, of which 3 stand out on the values
 * more than on their logarithm; both heights for that were chosen with these in view, above the 5.4 and
 * 4.6 that the highest point without a cause reaches.
 * @source OLMo 2 counts points 7 standard deviations from a rolling mean; PaLM for the advice.
 */
function judge(evidence: RunEvidence): Finding | undefined {
  const { spikes, train } = evidence;
  const { last } = spikes;
  if (!train || !last) return undefined;
  const often = spikes.count >= OFTEN_FROM && moreOften(spikes.counts);
  if (!spikes.isOpen && !often) return undefined;
  // Its words go on with the run, but only until the next one begins.
  const tell = () => (often && spikes.last === last ? tellOften : tellOne)(evidence, train, last);
  return { severity: 'info', since: last.at, tell };
}

/** The count of the last quarter, where spikes come more often there than before. */
function moreOften(counts: readonly number[]): LastQuarterCount | undefined {
  const count = countLastQuarter(counts);
  return count.late >= OFTEN_FROM && count.chance < BY_ACCIDENT ? count : undefined;
}

type Telling = (evidence: RunEvidence, train: Trace, spike: Spike) => Account;

const tellOne: Telling = (evidence, train, spike) => {
  const place = namePlace(train, spike.at);
  const came = cameOf(evidence, spike);
  return {
    title:
      place.unit === 'epoch'
        ? phrase('Loss spike at epoch {0}.', place.number)
        : phrase('Loss spike at step {0}.', place.number),
    because: because(came, train, spike),
    evidence: [heightRow(spike), afterRow(train, spike, came)],
    isNot: isNot(evidence, train, came),
    causes: causesOf(evidence, came),
    advice: adviceOn(came, train, spike),
  };
};

const tellOften: Telling = (evidence, train, spike) => {
  const { late, all, chance } = countLastQuarter(evidence.spikes.counts);
  const came = cameOf(evidence, spike);
  return {
    title: phrase('Loss spikes come more often.'),
    because: phrase(
      '{0} of {1} spikes came in the last quarter of the run; the last one, at {2}, jumped from {3} to {4}.',
      late,
      all,
      namePlace(train, spike.at).name,
      writeLoss(spike.before),
      writeLoss(spike.value),
    ),
    evidence: [
      {
        label: phrase('Probability of so many in the last quarter by accident'),
        measured: writeLoss(chance),
        needed: phrase('< {0}', writeLoss(BY_ACCIDENT)),
        holds: true,
      },
      heightRow(spike),
      afterRow(train, spike, came),
    ],
    isNot: isNot(evidence, train, came),
    causes: causesOf(evidence, came),
    advice: [
      advise(
        phrase('One bad batch is no cause of this: lower the learning rate, or warm it up longer.'),
        PLAYBOOK,
      ),
      advise(phrase('Clip the gradients.'), ZCLIP),
      ...(came === 'lingering' || came === 'diverged'
        ? adviceOn(came, train, spike).slice(0, 1)
        : []),
    ],
  };
};

const noisy = Array.from({ length: 60 }, (_, i) => 1 + 0.05 * Math.sin(5 * i));
const wide = Array.from({ length: 60 }, (_, i) => 1 + 0.13 * Math.sin(5 * i));
const wider = Array.from({ length: 60 }, (_, i) => 1 + 0.25 * Math.sin(5 * i));
const climbing = Array.from({ length: 90 }, (_, i) => 1 + 0.02 * i + 0.001 * Math.sin(5 * i));

export const spike: Rule = {
  code: 'spike',
  kind: 'alarm',
  at: 'train',
  needs: { train: SPIKE_POINTS },
  steadyFor: 1,
  isEvent: true,
  judge,
  examples: [
    { title: 'one bad batch', train: [...noisy, 5, ...noisy], speaks: true },
    { title: 'a mild bad batch', train: [...wide, 2, ...wide], speaks: true },
    { title: 'noise', train: noisy, speaks: false },
    { title: 'a slow climb', train: climbing, speaks: false },
    {
      title: 'the same height among larger noise',
      train: [...wider, 2, ...wider],
      speaks: false,
    },
  ],
};
