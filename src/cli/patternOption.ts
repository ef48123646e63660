import { isFault, type LinePattern, sayPhrase } from '../analysis/index.js';
import { loadLinearEngine } from '../engine/patterns/linearEngine.js';
import { UsageError } from './command.js';

/** The patterns of `--pattern`, in their order. Says which one is wrong, where, and what to do. */
export async function compiledPatterns(texts: readonly string[]): Promise<readonly LinePattern[]> {
  if (texts.length === 0) return [];
  const compile = await loadLinearEngine();
  return texts.map((text) => {
    const pattern = compile(text);
    if (isFault(pattern)) throw new UsageError(`--pattern: ${sayPhrase(pattern.message)}`);
    return pattern;
  });
}

/** The value of `--pattern`, also `--pattern=…`; undefined where the argument is another one. */
export function patternValue(arg: string, next: () => string | undefined): string | undefined {
  if (arg.startsWith('--pattern=')) return arg.slice('--pattern='.length);
  if (arg !== '--pattern') return undefined;
  const value = next();
  if (value === undefined)
    throw new UsageError(`--pattern needs a pattern, such as '\\step \\loss \\val_loss'`);
  return value;
}
