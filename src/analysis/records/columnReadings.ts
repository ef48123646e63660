import { readMetricName, splitOfWord } from '../metricNames.js';
import type { Reading } from '../model.js';
import { positionWord } from '../reader/draft.js';
import type { NumberList } from './scanDocument.js';

/** Fewer numbers are a setting (two betas), not a curve. */
const FEWEST = 2;
/** Names that say nothing: what they hold is named by the object around ("loss": {"values": …}). */
const NAMELESS = /^(?:values?|y|data|scores?)$/i;

/** Lists that stand together, as a table: one column each. */
interface Table {
  readonly columns: { readonly name: string; readonly list: NumberList }[];
}

/**
 * The curves of a history that keeps a list of numbers for each metric (`history.history` of Keras,
 * Sacred's metrics.json, a data frame as JSON). `lineOf` tells the line of a place in the text.
 */
export function columnReadings(
  lists: readonly NumberList[],
  lineOf: (place: number) => number,
): readonly Reading[] {
  const readings: Reading[] = [];
  const taken = new Set<string>();
  let run = 0;
  for (const table of tablesOf(lists).filter(isHistory)) {
    const names = table.columns.map(({ name }) => name);
    // The same names once more: the next fold, or another training.
    if (names.some((name) => taken.has(name))) {
      taken.clear();
      run++;
    }
    for (const name of names) taken.add(name);
    readings.push(...readingsOf(table, run, lineOf));
  }
  return readings;
}

function tablesOf(lists: readonly NumberList[]): readonly Table[] {
  const tables = new Map<number, Table>();
  for (const list of [...lists].sort((a, b) => a.from - b.from)) {
    const own = list.path.at(-1) ?? '';
    const around = list.path.at(-2) ?? '';
    const saysSplit = isOfSplit(around);
    const isNameless = NAMELESS.test(own) && around !== '';
    const name = isNameless ? around : saysSplit ? `${around}/${own}` : own;
    const key = saysSplit && !isNameless ? list.grandparent : list.parent;
    const table = tables.get(key);
    if (table) table.columns.push({ name, list });
    else tables.set(key, { columns: [{ name, list }] });
  }
  return [...tables.values()];
}

/** 'train', 'val_metrics': what stands inside was measured there. A metric's own name is none. */
function isOfSplit(name: string): boolean {
  const { split, kind } = readMetricName(name);
  return splitOfWord(name) !== undefined || (split !== undefined && kind === 'other');
}

/** A loss over several epochs, or what is measured at named positions or on named splits. */
function isHistory({ columns }: Table): boolean {
  const metrics = columns.filter(
    ({ name, list }) => isMetric(name) && list.values.length >= FEWEST,
  );
  if (metrics.some(({ name }) => readMetricName(name).kind === 'loss')) return true;
  const known = metrics.filter(({ name }) => readMetricName(name).isKnown);
  const splits = new Set(known.map(({ name }) => readMetricName(name).split));
  splits.delete(undefined);
  const isPlaced = columns.some(({ name }) => positionOf(name) !== undefined);
  return (
    splits.size > 1 || (isPlaced && known.some(({ name }) => readMetricName(name).kind !== 'lr'))
  );
}

/** Row by row, as the training went. */
function readingsOf({ columns }: Table, run: number, lineOf: (place: number) => number): Reading[] {
  const readings: Reading[] = [];
  const axis = (unit: 'step' | 'epoch') =>
    columns.find(({ name }) => positionOf(name) === unit)?.list.values;
  const [steps, epochs] = [axis('step'), axis('epoch')];
  const metrics = columns.filter(
    ({ name, list }) => isMetric(name) && list.values.length >= FEWEST,
  );
  const rows = Math.max(...metrics.map(({ list }) => list.values.length));
  for (let row = 0; row < rows; row++) {
    for (const { name, list } of metrics) {
      const value = list.values[row];
      const offset = list.places[row];
      if (value === undefined || offset === undefined) continue;
      const { metric, kind, split } = readMetricName(name);
      const at = { step: steps?.[row], epoch: epochs?.[row], line: lineOf(offset), offset };
      const own = kind === 'lr' ? 'train' : (split ?? 'train');
      readings.push({ name, metric, kind, split: own, value, ...at, run, attempt: 0 });
    }
  }
  return readings;
}

function isMetric(name: string): boolean {
  return positionOf(name) === undefined && !readMetricName(name).isNoise;
}

function positionOf(name: string): 'step' | 'epoch' | undefined {
  const word = positionWord(name.slice(name.lastIndexOf('/') + 1));
  return word === 'batch' ? 'step' : word;
}
