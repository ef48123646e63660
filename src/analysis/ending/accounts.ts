import type { Phrase, Severity } from '../model.js';
import { phrase } from '../phrase.js';
import type { Cause } from './ending.js';

/** What is said of a cause, and what to do. */
export interface CrashAccount {
  readonly severity: Severity;
  readonly title: Phrase;
  readonly advice: readonly Phrase[];
}

const RESUME = phrase('Resume from the last checkpoint.');

export const ACCOUNTS: Readonly<Record<Cause, CrashAccount>> = {
  exception: {
    severity: 'error',
    title: phrase('The training crashed.'),
    advice: [phrase('Open that line of the log: the frames above it name the code.'), RESUME],
  },
  memory: {
    severity: 'error',
    title: phrase('The training ran out of memory.'),
    advice: [
      phrase('Halve the batch size and accumulate gradients over two batches.'),
      phrase('Use mixed precision or activation checkpointing.'),
      phrase('See whether another process holds memory of the device.'),
    ],
  },
  disk: {
    severity: 'error',
    title: phrase('The training could not write: the disk or the quota is full.'),
    advice: [
      phrase('Delete old checkpoints, or keep only the last ones and the best.'),
      phrase('Look whether the last checkpoint is whole before you resume from it.'),
    ],
  },
  worker: {
    severity: 'error',
    title: phrase('A worker of the data loader died.'),
    advice: [
      phrase('Raise the shared memory (Docker: --shm-size), or use fewer workers.'),
      phrase('Run it with num_workers=0: the fault shows its own place then.'),
    ],
  },
  killed: {
    severity: 'error',
    title: phrase('The training was killed from outside.'),
    advice: [
      phrase('See in the system log whether the machine ran out of memory.'),
      phrase('Use fewer data loader workers, or less data in memory.'),
    ],
  },
  native: {
    severity: 'error',
    title: phrase('The training crashed in native code.'),
    advice: [
      phrase('Run it with PYTHONFAULTHANDLER=1: the place in Python is printed then.'),
      phrase('See whether the versions of the framework, the driver and its libraries match.'),
    ],
  },
  device: {
    severity: 'error',
    title: phrase('The training crashed on the device.'),
    advice: [
      phrase('Run it with CUDA_LAUNCH_BLOCKING=1: the frames name the right place then.'),
      phrase('Look for labels and indices that are out of range.'),
    ],
  },
  communication: {
    severity: 'error',
    title: phrase('The processes of the training lost each other.'),
    advice: [
      phrase('Look for the first error in the logs of the other processes: this one only waited.'),
      phrase('See whether every process makes the same number of steps.'),
    ],
  },
  'time-limit': {
    severity: 'warning',
    title: phrase('The job reached its time limit.'),
    advice: [RESUME, phrase('Ask for more time, or save checkpoints more often.')],
  },
  cancelled: {
    severity: 'warning',
    title: phrase('The job was cancelled.'),
    advice: [RESUME],
  },
  interrupted: {
    severity: 'info',
    title: phrase('The training was stopped by hand.'),
    advice: [RESUME],
  },
  exit: {
    severity: 'error',
    title: phrase('The training ended with an error.'),
    advice: [phrase('Look for the first error in the logs of the other processes, or in stderr.')],
  },
};
