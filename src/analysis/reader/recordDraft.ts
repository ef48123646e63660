import { readMetricName } from '../metricNames.js';
import type { LogLine } from '../model.js';
import type { Draft, Pair, Position } from './draft.js';
import type { Leaves } from './parseRecord.js';

/** Keys that count steps, the most global first. */
const STEP_KEYS = [
  'train/global_step',
  'trainer/global_step',
  'global_step',
  'step',
  'current_steps',
  'iteration',
  'iter',
  'steps',
  '_step',
  'num_updates',
  'time/total_timesteps',
  'total_timesteps',
  'timesteps',
  'frame',
  'update',
  'batch',
  'n_updates',
  '步数',
] as const;
const EPOCH_KEYS = ['train/epoch', 'epoch', 'Epoch', 'current_epoch', 'epochs', '轮次'] as const;
const STEP_TOTALS = ['total_steps', 'max_steps', 'total_iters'] as const;
const EPOCH_TOTALS = ['total_epochs', 'max_epochs', 'num_epochs'] as const;
/** The summary that trainers print at the end: means over the run, not points. */
const SUMMARY = ['train_runtime', 'total_flos', 'train/train_runtime'] as const;
const SETTINGS = ['batch_size', 'seed', 'num_workers', 'workers', 'weight_decay'] as const;
const TIME_KEYS = ['_timestamp', 'timestamp'] as const;

const POSITION_KEYS: ReadonlySet<string> = new Set([
  ...STEP_KEYS,
  ...EPOCH_KEYS,
  ...STEP_TOTALS,
  ...EPOCH_TOTALS,
  ...TIME_KEYS,
]);

/** The position that a record states by its keys. */
export function positionOf(leaves: Leaves): Position {
  return {
    step: firstOf(leaves, STEP_KEYS),
    epoch: firstOf(leaves, EPOCH_KEYS),
    steps: firstOf(leaves, STEP_TOTALS),
    epochs: firstOf(leaves, EPOCH_TOTALS),
  };
}

/** A record of names and numbers as a draft; undefined where it is no measurement. */
export function draftOfRecord(
  leaves: Leaves,
  at: LogLine,
  format: string,
  around: Position = {},
  clockBefore?: number,
): Draft | undefined {
  if (SUMMARY.some((key) => leaves.has(key))) return undefined;
  if (isSettings(leaves)) return undefined;
  const own = positionOf(leaves);
  const step = own.step ?? around.step;
  const epoch = own.epoch ?? around.epoch;
  const steps = own.steps ?? around.steps;
  const epochs = own.epochs ?? around.epochs;
  const pairs: Pair[] = [];
  for (const [name, value] of leaves) {
    if (!POSITION_KEYS.has(name) && !readMetricName(name).isNoise) pairs.push({ name, value });
  }
  if (!pairs.some(({ name }) => readMetricName(name).isKnown)) return undefined;
  const isPlaced = step !== undefined || epoch !== undefined;
  const isCertain = isPlaced && pairs.some(({ name }) => readMetricName(name).kind !== 'lr');
  const time = isSeconds(firstOf(leaves, TIME_KEYS)) ?? clockBefore;
  return { step, epoch, steps, epochs, format, pairs, isCertain, time, at };
}

/** "epochs" beside a batch size or a seed says how many there will be, and the rest are options. */
function isSettings(leaves: Leaves): boolean {
  if (!SETTINGS.some((key) => leaves.has(key))) return false;
  return STEP_KEYS.every((key) => !leaves.has(key)) && !leaves.has('epoch');
}

function firstOf(leaves: Leaves, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = leaves.get(key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Between 2001 and 2100; anything else is another clock. */
export function isSeconds(time: number | undefined): number | undefined {
  return time !== undefined && time > 1e9 && time < 4.1e9 ? time : undefined;
}
