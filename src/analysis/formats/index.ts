import { anyCsv, kerasCsv, lightningCsv, yoloResults } from './csvTables.js';
import { darknet } from './darknet.js';
import type { LogFormat } from './format.js';
import { hfTrainer } from './hfTrainer.js';
import { hfTrainerState } from './hfTrainerState.js';
import { imagenetMeters } from './imagenetMeters.js';
import { jsonHistory } from './jsonHistory.js';
import { jsonLines } from './jsonLines.js';
import { kerasProgress } from './kerasProgress.js';
import { nanoGpt } from './nanoGpt.js';

/** The formats known by name, in order of precedence. What none of them reads, the general reader may. */
export const FORMATS: readonly LogFormat[] = [
  hfTrainerState,
  jsonHistory,
  hfTrainer,
  jsonLines,
  yoloResults,
  lightningCsv,
  kerasCsv,
  anyCsv,
  kerasProgress,
  nanoGpt,
  imagenetMeters,
  darknet,
];
