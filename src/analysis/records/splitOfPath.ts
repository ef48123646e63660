import { splitOfWord } from '../metricNames.js';
import type { Split } from '../model.js';

/** A name that TensorBoard's writer makes up: time, host and process, nothing that was chosen. */
const MADE_UP = /^events\.out\.tfevents\./;

/**
 * The phase that a path says for metrics which say none: its last folder ("train", "eval_1",
 * "Loss_validation"), or else the words of the file's name where they agree ("test_error.tsv").
 */
export function splitOfPath(path: string): Split | undefined {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  const [folder] = parts.slice(-2, -1);
  return (MADE_UP.test(name) ? undefined : splitOfFile(name)) ?? splitOfFolder(folder ?? '');
}

/** The whole name, or its last word: in "train_runs" the word says something else. */
function splitOfFolder(folder: string): Split | undefined {
  const words = folder.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return splitOfWord(words.at(-1) ?? '');
}

export function splitOfFile(name: string): Split | undefined {
  const words = name.split(/[^\p{L}]+/u);
  const said = new Set(words.map(splitOfWord).filter((split) => split !== undefined));
  const [split] = said;
  return said.size === 1 ? split : undefined;
}
