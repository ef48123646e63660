import type { SeriesInfo } from '../model.js';
import { lastQuarter } from '../stats/lastQuarter.js';
import type { Trace } from './trace.js';

/** Classes that are tried; the logarithms of more lie too near each other for any log. */
const MOST = 200;
/**
 * A model that guesses sits at ln K or a little above it, hardly ever below. Both are parts of the distance
 * to ln (K + 1), so that a loss taken at random is near some ln K in one case of five at most …
 */
const ABOVE = 0.16;
const BELOW = 0.04;
/** … and parts of ln K, for few classes, whose logarithms lie far apart. */
const ABOVE_OF = 0.02;
const BELOW_OF = 0.005;
/** The level has to be known to so many standard deviations. */
const SIGMAS = 2;

/** Parts of a name that are no cross-entropy, or one that is summed with others or weighted. */
const NO_ENTROPY =
  /(?:^|_)(?:l[12]|[mr]?mse|mae|huber|smooth|reg\w*|d?box|bbox|[gcd]?iou|dfl|obj|kld?|elbo|recon\w*|mel|dur\w*|pitch|gan|adv\w*|gen\w*|dis\w*|[gdq]|triplet|contrast\w*|nce|infonce|ctc|policy|value|critic|actor|vq|commit\w*|percep\w*|lpips|vgg|dice|focal|hinge|ssim|tv|mask|rpn|total|sum|aux\w*|center|arc\w*|likelihood)(?:$|_)/;
const BINARY = /(?:^|_)(?:bce\w*|binary\w*)(?:$|_)/;

/** A curve that fell by more than this from its start has learned, whatever it is near now … */
const LEARNED = 0.05;

/**
 * K where the run sits at ln K, the loss of a guess among K classes: both curves at the same K, or one of them
 * where neither left its start. Undefined where its name says that it is no cross-entropy, or its noise leaves several K.
 *
 * @measured Our own runs that do not learn or are slow: K is right in all 15 where it is said of 18 with 5, 6
 * or 10 classes, and never said of regressions or of plateaus far from chance.
 */
export function classesAtChance(
  train: Trace | undefined,
  val: Trace | undefined,
): number | undefined {
  const ofTrain = train && classesOf(train);
  const ofVal = val && classesOf(val);
  if (ofTrain !== undefined && ofTrain === ofVal) return ofTrain;
  if (ofTrain !== undefined && ofVal !== undefined) return undefined;
  return hasLearned(train) || hasLearned(val) ? undefined : (ofTrain ?? ofVal);
}

function hasLearned(trace: Trace | undefined): boolean {
  return trace !== undefined && !(trace.origin - trace.level.best < LEARNED * trace.origin);
}

function classesOf(trace: Trace): number | undefined {
  if (!trace.positive || !canBeEntropy(trace.info)) return undefined;
  const { level, error } = levelOf(trace);
  return nearestClasses(level, error, BINARY.test(trace.info.metric) ? 2 : MOST);
}

/** K for which `level`, known to `error` (one standard deviation), is the loss of a guess; the only one. */
export function nearestClasses(level: number, error: number, most = MOST): number | undefined {
  const middle = Math.round(Math.exp(level));
  const near = [middle - 1, middle, middle + 1].filter((classes) => fits(classes, level, error));
  const [classes, ...others] = near;
  return classes !== undefined && others.length === 0 && classes <= most ? classes : undefined;
}

function fits(classes: number, level: number, error: number): boolean {
  if (classes < 2) return false;
  const chance = Math.log(classes);
  const gap = Math.log((classes + 1) / classes);
  const above = Math.min(ABOVE * gap, ABOVE_OF * chance);
  const below = Math.min(BELOW * gap, BELOW_OF * chance);
  // An error as large as what is allowed above would let any level fit.
  if (SIGMAS * error > above) return false;
  return level < chance + above + SIGMAS * error && level > chance - below - SIGMAS * error;
}

/** Where it is now, and the standard deviation of that. */
function levelOf({ blocks, level, sigma }: Trace): { level: number; error: number } {
  const quarter = lastQuarter(blocks.means);
  return quarter
    ? { level: quarter.to, error: sigma / Math.sqrt(2 * blocks.size) }
    : { level: level.value, error: (1.25 * sigma) / Math.sqrt(level.window) };
}

function canBeEntropy({ kind, metric }: SeriesInfo): boolean {
  return kind === 'loss' && !NO_ENTROPY.test(metric);
}
