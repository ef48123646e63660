import type { RulePair } from '../analysis/index.js';

/** The settings under `losscope.rules`, which come as objects in each other, by their whole names. */
export function rulePairs(value: unknown, path: readonly string[] = []): readonly RulePair[] {
  if (isTable(value))
    return Object.entries(value).flatMap(([name, inner]) => rulePairs(inner, [...path, name]));
  // A list means nothing here; it is named as it is written.
  return path.length > 0 ? [[path.join('.'), scalarOf(value)]] : [];
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may travel to the engine: the editor hands out objects that may not. */
function scalarOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
