import { type Phrase, phrase } from '../../analysis/index.js';
import type { SourceState } from '../../protocol.js';
import { LeadsOut } from './links.js';
import { NotAFile } from './openRegularFile.js';

/** State of a source, without its numbers. */
export type SourceNews = Pick<SourceState, 'state' | 'message'>;

/** Why a file shows nothing, and what to do. */
export const NOTHING_TO_READ = {
  'not-text': phrase('This file is not text. Follow the log that the training prints.'),
  'no-readings': phrase('No readings yet. The file is looked at again when it grows.'),
};

/** What the file system refused, in words for a person. Anything else is our own error: thrown on. */
export function stateOfError(error: unknown): SourceNews {
  if (error instanceof NotAFile) {
    return { state: 'unreadable', message: phrase('This is not a file: choose a log inside it.') };
  }
  if (error instanceof LeadsOut) {
    const message = phrase(
      'This link leads out of the workspace. It is followed once the workspace is trusted.',
    );
    return { state: 'unreadable', message };
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    throw error;
  if (error.code === 'ENOENT') return { state: 'gone' };
  return { state: 'unreadable', message: messageOf(error.code) };
}

function messageOf(code: string): Phrase {
  if (code === 'EACCES' || code === 'EPERM') {
    return phrase('No permission to read this file. It is tried again while it is followed.');
  }
  return phrase('This file cannot be read now ({0}). It is tried again.', code);
}
