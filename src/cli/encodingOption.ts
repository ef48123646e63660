import { isEncoding } from '../engine/sources/eightBit.js';
import { UsageError } from './command.js';

/** The value of `--encoding`, also `--encoding=…`; undefined where the argument is another one. */
export function encodingValue(arg: string, next: () => string | undefined): string | undefined {
  if (!/^--encoding(?:=|$)/.test(arg)) return undefined;
  const value = arg === '--encoding' ? next() : arg.slice('--encoding='.length);
  if (value !== undefined && isEncoding(value)) return value;
  throw new UsageError(
    `--encoding takes a name such as gbk, windows1252 or shiftjis, not ${value ?? 'nothing'}`,
  );
}
