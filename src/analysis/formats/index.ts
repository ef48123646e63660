import { anyCsv, kerasCsv, lightningCsv, yoloResults } from './csvTables.js';
import { darknet } from './darknet.js';
import type { LogFormat } from './format.js';
import { hfTrainer } from './hfTrainer.js';
import { hfTrainerState } from './hfTrainerState.js';
import { imagenetMeters } from './imagenetMeters.js';
import { jsonHistory } from './jsonHistory.js';
import { jsonLines } from './jsonLines.js';
import { kerasProgress } from './kerasProgress.js';
import { megatron } from './megatron.js';
import { mmJson } from './mmJson.js';
import { mmText } from './mmText.js';
import { nanoGpt } from './nanoGpt.js';
import { tfEstimator } from './tfEstimator.js';
import { timm } from './timm.js';
import { torchvisionReference } from './torchvisionReference.js';

/**
 * The formats known by name, in order of precedence; one row a format. What none of them reads,
 * the general reader may.
 */
export const FORMATS: readonly LogFormat[] = [
  // Documents, records, tables: the particular before the general.
  hfTrainerState,
  jsonHistory,
  hfTrainer,
  mmJson,
  jsonLines,
  yoloResults,
  lightningCsv,
  kerasCsv,
  anyCsv,
  // Lines of text.
  kerasProgress,
  nanoGpt,
  imagenetMeters,
  darknet,
  megatron,
  mmText,
  tfEstimator,
  timm,
  torchvisionReference,
];
