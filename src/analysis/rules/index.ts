import { converged } from './converged.js';
import { diverging } from './diverging.js';
import { generalisationStalled } from './generalisationStalled.js';
import { learning } from './learning.js';
import { nan } from './nan.js';
import { notLearning } from './notLearning.js';
import { oscillating } from './oscillating.js';
import { overfitting } from './overfitting.js';
import { plateau } from './plateau.js';
import { peaked, restsRisen, stillRises } from './rising.js';
import type { Rule } from './rule.js';
import { spike } from './spike.js';
import { stalledLog } from './stalledLog.js';
import { suspectData } from './suspectData.js';
import { tooEarly } from './tooEarly.js';
import { tooSlow } from './tooSlow.js';
import { valBelowTrain } from './valBelowTrain.js';
import { valNeverImproved } from './valNeverImproved.js';

/** Every diagnosis, the gravest first. The last one is the state a run begins in. */
export const RULES: readonly Rule[] = [
  nan,
  diverging,
  valNeverImproved,
  notLearning,
  { ...overfitting, rising: peaked },
  stalledLog,
  spike,
  suspectData,
  oscillating,
  tooSlow,
  valBelowTrain,
  { ...plateau, rising: restsRisen },
  generalisationStalled,
  converged,
  { ...learning, rising: stillRises },
  tooEarly,
];
