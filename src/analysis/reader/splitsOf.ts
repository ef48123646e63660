import { type MetricName, readMetricName } from '../metricNames.js';
import type { Split } from '../model.js';
import type { Draft, Pair } from './draft.js';

/** Read left to right: a name with a split speaks for those behind it. */
const CARRYING: ReadonlySet<string> = new Set(['general', 'text-table', 'csv', 'table']);

/** Nothing but measures of quality: what an evaluation prints. */
export function isEvalOnly(pairs: readonly Pair[]): boolean {
  return pairs.every(({ name }) => isEvalKind(readMetricName(name)));
}

/** "T_loss 0.5 | V_loss 0.6": letters that mean a split only beside each other. */
function letterSplit({ metric }: MetricName, names: readonly MetricName[]): Split | undefined {
  const letter = /^[tv](?=_)/.exec(metric)?.[0];
  if (letter === undefined) return undefined;
  const other = (letter === 't' ? 'v' : 't') + metric.slice(1);
  if (!names.some((name) => name.metric === other)) return undefined;
  return letter === 't' ? 'train' : 'val';
}

/** "accuracy" beside "val_accuracy": the one that says no split is the training's. */
function isTwin(name: MetricName, other: MetricName): boolean {
  return other.metric === name.metric && other.split === 'val';
}

function isEvalKind({ kind }: MetricName): boolean {
  return kind === 'accuracy' || kind === 'error';
}

/**
 * The split of each pair: what its name says; else what the name before it said, where the line's
 * first name says one (in a table this holds for measures only: "train_loss | val_loss | accuracy");
 * else the line; else the section; else by the nature of the metric: measures without a loss beside
 * them, and those taken on held-out data as a rule, are validation. What an agent earns in an
 * episode is its training.
 */
export function splitsOf(
  { pairs, split, format, counter, isStepInEpoch }: Draft,
  section: Split | undefined,
): readonly Split[] {
  const names = pairs.map(({ name }) => readMetricName(name));
  const doesCarry = names[0]?.split !== undefined && CARRYING.has(format);
  const isEpisode = counter !== undefined && /episode|game/.test(counter);
  const isOnlyEval =
    isEvalOnly(pairs) && format !== 'keras-progress' && !isEpisode && !isStepInEpoch;
  let carried: Split | undefined;
  return names.map((name, i) => {
    if (name.kind === 'lr') return 'train';
    if (name.split !== undefined && doesCarry) carried = name.split;
    const isCarried =
      format === 'general' || (isEvalKind(name) && !names.some((other) => isTwin(name, other)));
    const above = letterSplit(name, names) ?? (isCarried ? carried : undefined);
    const said = name.split ?? pairs[i]?.split ?? above ?? split ?? section;
    return said ?? (isOnlyEval || name.isEval ? 'val' : 'train');
  });
}
