import type { Trace } from '../evidence/trace.js';
import type { Evidence, Phrase } from '../model.js';
import { writeLoss } from '../numbers.js';
import { phrase } from '../phrase.js';

/** A fall that is foretold is told from this part of the level on, and from so many deviations of its noise. */
const WORTH = 0.01;
const NOISES = 2;
/** A range wider than this part of the level is not worth telling either. */
const WIDE = 0.75;
/** A bound above this part of the level says nothing of a curve that rests. */
const SAYS_NOTHING = 0.25;

/** What as long again would bring a curve that rests, as fractions of its level; undefined: not known well. */
export function moreOf(trace: Trace): { readonly fall: number; readonly most: number } | undefined {
  const { prospect } = trace;
  if (!prospect) return undefined;
  const { now, value, low, noise } = prospect;
  const scale = trace.scale(now);
  const most = (Math.max(0, now - low) + NOISES * noise) / scale;
  return most < SAYS_NOTHING ? { fall: Math.max(0, now - value) / scale, most } : undefined;
}

/** Why training on may pay: where as long again would come to. Nothing where that is not known or not much. */
export function promiseOf(trace: Trace): Phrase[] {
  const { prospect } = trace;
  if (!prospect) return [];
  const { now, value, low, high, noise } = prospect;
  const scale = trace.scale(now);
  if (!(now - value > Math.max(WORTH * scale, NOISES * noise)) || high - low > WIDE * scale)
    return [];
  const args = [writeLoss(value), writeLoss(low), writeLoss(high)] as const;
  return [
    trace.info.role === 'val'
      ? phrase('Train on: as long again may bring val loss to about {0} ({1} to {2}).', ...args)
      : phrase('Train on: as long again may bring train loss to about {0} ({1} to {2}).', ...args),
  ];
}

/** How well the same law foretold what came already, and what it says of as long again. */
export function prospectRows(trace: Trace): Evidence[] {
  const { prospect } = trace;
  if (!prospect) return [];
  const { value, low, high, foretold, came } = prospect;
  return [
    {
      label: phrase('Level that the first three quarters foretell for the last'),
      measured: writeLoss(foretold),
      needed: phrase('{0}, as it came', writeLoss(came)),
      holds: true,
    },
    {
      label: phrase('Level that the same law foretells after as long again'),
      measured: writeLoss(value),
      needed: phrase('between {0} and {1}', writeLoss(low), writeLoss(high)),
      holds: true,
    },
  ];
}
