import { sep } from 'node:path';
import type { FolderEncoding } from '../../protocol.js';
import { type EightBit, eightBitOf } from './eightBit.js';

/** What is expected of a file where it is no UTF-8: the nearest folder around it says so. */
export function expectedOf(folders: readonly FolderEncoding[], file: string): EightBit | undefined {
  const around = folders.filter(
    ({ folder }) => folder === '' || file.startsWith(folder.endsWith(sep) ? folder : folder + sep),
  );
  const [nearest] = around.sort((a, b) => b.folder.length - a.folder.length);
  return eightBitOf(nearest?.encoding);
}
