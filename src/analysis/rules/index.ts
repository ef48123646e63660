import { learning } from './learning.js';
import { nan } from './nan.js';
import { overfitting } from './overfitting.js';
import type { Rule } from './rule.js';
import { tooEarly } from './tooEarly.js';

/** Every diagnosis, the gravest first. The last one is the state a run begins in. */
export const RULES: readonly Rule[] = [nan, overfitting, learning, tooEarly];
