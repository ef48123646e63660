import { anyCsv, kerasCsv, lightningCsv, yoloResults } from './csvTables.js';
import { darknet } from './darknet.js';
import { deepspeed } from './deepspeed.js';
import { detectron2, detectron2Json } from './detectron2.js';
import { fairseq, fairseqJson } from './fairseq.js';
import { fastai } from './fastai.js';
import type { LogFormat } from './format.js';
import { hfTrainer } from './hfTrainer.js';
import { hfTrainerState } from './hfTrainerState.js';
import { accelerate, axolotl, llamaFactory, swift, trl } from './huggingFaceKin.js';
import { imagenetMeters } from './imagenetMeters.js';
import { jsonHistory } from './jsonHistory.js';
import { jsonLines } from './jsonLines.js';
import { kerasProgress } from './kerasProgress.js';
import { lightningBar } from './lightningBar.js';
import { litgpt } from './litgpt.js';
import { megatron } from './megatron.js';
import { mmJson } from './mmJson.js';
import { mmScalars } from './mmScalars.js';
import { mmText } from './mmText.js';
import { monai, monaiTutorial } from './monai.js';
import { buildNanoGpt, buildNanoGptLog, nanoGpt } from './nanoGpt.js';
import { nemo } from './nemo.js';
import { sentenceTransformers } from './sentenceTransformers.js';
import { tfEstimator } from './tfEstimator.js';
import { timm } from './timm.js';
import { torchtitan } from './torchtitan.js';
import { torchvisionReference } from './torchvisionReference.js';
import { wandbCsv, wandbHistory } from './wandb.js';
import { yoloStdout } from './yoloStdout.js';

/**
 * The formats known by name, in order of precedence; one row a format. What none of them reads,
 * the general reader may.
 */
export const FORMATS: readonly LogFormat[] = [
  // Documents, records, tables: the particular before the general.
  hfTrainerState,
  jsonHistory,
  swift,
  axolotl,
  trl,
  llamaFactory,
  hfTrainer,
  mmJson,
  mmScalars,
  detectron2Json,
  fairseqJson,
  wandbHistory,
  jsonLines,
  wandbCsv,
  yoloResults,
  sentenceTransformers,
  lightningCsv,
  fastai,
  kerasCsv,
  anyCsv,
  // Lines of text.
  kerasProgress,
  lightningBar,
  accelerate,
  nanoGpt,
  buildNanoGpt,
  buildNanoGptLog,
  litgpt,
  imagenetMeters,
  torchvisionReference,
  timm,
  yoloStdout,
  darknet,
  mmText,
  detectron2,
  megatron,
  deepspeed,
  torchtitan,
  nemo,
  fairseq,
  tfEstimator,
  monai,
  monaiTutorial,
];
