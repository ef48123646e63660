import { memoryBytes, memoryWords } from '../bytes/lineKernel.js';
import { numberAt } from '../bytes/numberAt.js';

/** The numbers of one scanned line. */
export interface Numbers {
  /** Where the line begins in the memory. */
  readonly start: number;
  /** Word at which the bounds of its numbers begin. */
  readonly bounds: number;
  readonly count: number;
}

/** Where number `slot` begins in the memory. */
export function beginOf({ bounds }: Numbers, slot: number): number {
  return memoryWords[bounds + 2 * slot] as number;
}

/** Where it ends. */
export function endOf({ bounds }: Numbers, slot: number): number {
  return memoryWords[bounds + 2 * slot + 1] as number;
}

/** The number itself, without the sign before it. */
export function numberOf(numbers: Numbers, slot: number): number {
  return numberAt(memoryBytes, beginOf(numbers, slot), endOf(numbers, slot));
}
