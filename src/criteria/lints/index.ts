import { deprecatedReduction } from './deprecatedReduction.js';
import type { Lint } from './lint.js';
import { lossClassCalled } from './lossClassCalled.js';
import { marginOutOfBounds } from './marginOutOfBounds.js';
import { sigmoidBeforeLogits } from './sigmoidBeforeLogits.js';
import { softmaxBeforeCrossEntropy } from './softmaxBeforeCrossEntropy.js';

/** All lints, by id. */
export const LINTS: readonly Lint[] = [
  softmaxBeforeCrossEntropy,
  sigmoidBeforeLogits,
  lossClassCalled,
  marginOutOfBounds,
  deprecatedReduction,
];
