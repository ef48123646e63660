import { type MetricName, readMetricName } from '../metricNames.js';
import type { Split } from '../model.js';
import type { Draft, Pair } from './draft.js';

/** Nothing but measures of quality: what an evaluation prints. */
export function isEvalOnly(pairs: readonly Pair[]): boolean {
  return pairs.every(({ name }) => isEvalKind(readMetricName(name)));
}

function isEvalKind({ kind }: MetricName): boolean {
  return kind === 'accuracy' || kind === 'error';
}

/**
 * The split of each pair: what its name says; else what the name before it said, where the line's
 * first name says one; else the line; else the section; else by the nature of the metric: measures
 * without a loss beside them, and those taken on held-out data as a rule, are validation.
 */
export function splitsOf(
  { pairs, split, format }: Draft,
  section: Split | undefined,
): readonly Split[] {
  const names = pairs.map(({ name }) => readMetricName(name));
  const doesCarry = names[0]?.split !== undefined && format === 'general';
  const isOnlyEval = isEvalOnly(pairs) && format !== 'keras-progress';
  let carried: Split | undefined;
  return names.map((name, i) => {
    if (name.kind === 'lr') return 'train';
    if (name.split !== undefined && doesCarry) carried = name.split;
    const said = name.split ?? carried ?? pairs[i]?.split ?? split ?? section;
    return said ?? (isOnlyEval || name.isEval ? 'val' : 'train');
  });
}
