import { basename } from 'node:path';
import {
  isFault,
  type LinePattern,
  type PatternFault,
  type UserFormat,
} from '../../analysis/index.js';
import { globMatcher } from '../sources/globs.js';
import { loadLinearEngine } from './linearEngine.js';

/** A pattern of the setting that cannot be used. */
export interface WrongFormat {
  readonly format: UserFormat;
  readonly fault: PatternFault;
}

/** The patterns of the user that can be used, in their order, and those that cannot. */
export interface UserPatterns {
  readonly wrong: readonly WrongFormat[];
  /** Those for a file: its globs are asked of its path below the folder and of its name. */
  forFile(file: string, below: (file: string) => string): readonly LinePattern[];
}

export const NO_PATTERNS: UserPatterns = { wrong: [], forFile: () => [] };

interface Usable {
  readonly pattern: LinePattern;
  readonly isFor: (path: string) => boolean;
}

/** Compiles the setting `losscope.formats`. The engine for patterns is loaded only when there is one. */
export async function compileFormats(formats: readonly UserFormat[]): Promise<UserPatterns> {
  if (formats.length === 0) return NO_PATTERNS;
  const compile = await loadLinearEngine();
  const usable: Usable[] = [];
  const wrong: WrongFormat[] = [];
  for (const format of formats) {
    const pattern = compile(format.pattern);
    if (isFault(pattern)) wrong.push({ format, fault: pattern });
    else usable.push({ pattern, isFor: isFor(format.files) });
  }
  return {
    wrong,
    forFile: (file, below) => {
      const paths = [below(file), basename(file)];
      return usable.filter((one) => paths.some(one.isFor)).map(({ pattern }) => pattern);
    },
  };
}

function isFor(files: string | undefined): (path: string) => boolean {
  return files === undefined || files === '' ? () => true : globMatcher([files]);
}
