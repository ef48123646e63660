import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs';

/** The name stands for a folder, a pipe, a socket or a device: nothing that a log is. */
export class NotAFile extends Error {
  constructor(file: string) {
    super(`${file} is not a regular file`);
  }
}

/**
 * Opens a regular file for reading, and nothing else. The name is asked before (opening a device can
 * have effects) and the handle after (the name may have changed hands); O_NONBLOCK keeps a pipe that
 * came in between from holding us for ever.
 */
export function openRegularFile(file: string): number {
  if (!statSync(file).isFile()) throw new NotAFile(file);
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw new NotAFile(file);
}
