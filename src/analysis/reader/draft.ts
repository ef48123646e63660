import type { LogLine, Split } from '../model.js';

/** A name and the number beside it, as printed. */
export interface Pair {
  readonly name: string;
  readonly value: number;
  /** Split that the line says for this name alone. */
  readonly split?: Split | undefined;
}

/** A bar that repaints itself: the last paint is the point. */
export interface Bar {
  /** What the paints of one bar share. */
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

/** Where a line says it stands. Undefined: it does not say. */
export interface Position {
  readonly epoch?: number | undefined;
  readonly epochs?: number | undefined;
  readonly step?: number | undefined;
  /** Total beside the step: of the epoch or of the run, told apart later. */
  readonly steps?: number | undefined;
  /** The word that counts the steps on the line. */
  readonly counter?: string | undefined;
  /** The step counts inside the epoch for certain (a batch, "[23][4200/10010]"). */
  readonly isStepInEpoch?: boolean | undefined;
}

/** What one line (row, record, box) yields before it is placed on the axis of its run. */
export interface Draft extends Position {
  /** Id of the format that read it. */
  readonly format: string;
  readonly pairs: readonly Pair[];
  /** Split that the line says for all names that say none. */
  readonly split?: Split | undefined;
  readonly bar?: Bar | undefined;
  /** Its form vouches for it; otherwise a second line of the same shape has to. */
  readonly isCertain: boolean;
  /** A row of a table without a position: its own number is its place. */
  readonly isCounted?: boolean | undefined;
  /** Wall clock, seconds since 1970. */
  readonly time?: number | undefined;
  readonly at: LogLine;
  /** Shared by lines of one shape that were read by position: the same names, splits and format. */
  readonly kin?: object | undefined;
}

/** Words that count epochs or steps, as whole last words of a name; lower case. */
const EPOCH =
  /^(?:epochs?|ep|epoch id|epoch_id|epochid|current_epoch|轮次|轮数|轮|輪|周期|epoch数|e|[eé]poca|epoche|époque|эпоха|エポック|에포크|에폭)$/;
const STEP =
  /^(?:steps?|iters?|iterations?|it|batch|batch step|batches|minibatch|mini-batch|updates?|up|num_updates|global[_ -]?steps?|global[_ ]?iter|total[_ ]?timesteps|timesteps_total|num_timesteps|training_iteration|num_env_steps_sampled(?:_lifetime)?|timesteps?|frames?|current_steps?|_step|optimizer step|micro-step|micro_step|iter_num|n_iter|trainer\/global_step|train\/global_step|round|cycle|boosting_round|episodes?|generations?|gen|games?|snapshot|schritt|paso|passo|étape|iteraci[oó]n|iteração|шаг|итерация|ステップ|스텝|步数|步|迭代|迭代次数|批次|#)$/;
const BATCH =
  /^(?:batch|batch[_ ](?:id|idx|no|index)|batch step|batches|minibatch|mini-batch|批次)$/;

/** "训练轮数", "当前轮次", "训练次数". */
const CHINESE = /^[\p{L}]{0,6}(?:轮次|轮数|周期数|次数|步数)$/u;

/** Whether a name counts epochs, steps or batches of an epoch. */
export function positionWord(name: string): PositionWord {
  if (words.has(name)) return words.get(name);
  if (words.size >= CACHE_SIZE) words.clear();
  const word = findWord(plainCounter(name));
  words.set(name, word);
  return word;
}

export type PositionWord = 'epoch' | 'step' | 'batch' | undefined;

const words = new Map<string, PositionWord>();
/** The same few names come with every line; a hostile source must not fill the memory. */
const CACHE_SIZE = 2000;

/** "batch_id", "trainbatch", "pass": what they count by its usual word. */
function plainCounter(name: string): string {
  return name
    .replace(/\b(?:train|test|val)(?=batch$)/i, '')
    .replace(/(batch|epoch|step|iter|pass)[ _-]?(?:id|idx|index|no)$/i, '$1')
    .replace(/\bpass$/i, 'epoch');
}

function findWord(name: string): PositionWord {
  const low = name
    .toLowerCase()
    .replace(/[.:]+$/, '')
    .trim();
  const last = low.slice(low.lastIndexOf(' ') + 1);
  const key = low.length > 40 ? last : low.replace(/^time\/|^trainer\//, '');
  if (BATCH.test(key)) return 'batch';
  if (CHINESE.test(key)) return /(?:次数|步数)$/.test(key) ? 'step' : 'epoch';
  if (EPOCH.test(key) || (last.length > 1 && EPOCH.test(last))) return 'epoch';
  if (STEP.test(key)) return 'step';
  return last.length > 1 && STEP.test(last) ? (BATCH.test(last) ? 'batch' : 'step') : undefined;
}
