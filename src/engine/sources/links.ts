import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Whether a file may be opened, asked before each time. */
export type MayRead = (file: string) => boolean;

/** A link in a workspace that nobody trusts yet points at a file of the user's that is not part of it. */
export class LeadsOut extends Error {
  constructor(file: string) {
    super(`${file} leads out of its folder`);
  }
}

/**
 * Files that lie in these folders once every link is resolved. A name that cannot be resolved is let
 * through: opening it says why.
 */
export function inside(folders: readonly string[]): MayRead {
  const real = folders.map((folder) => realOf(folder) ?? folder);
  return (file) => {
    const target = realOf(file);
    return target === undefined || real.some((folder) => isIn(folder, target));
  };
}

function isIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
