import { allenNlp } from './allenNlp.js';
import { basicSr } from './basicSr.js';
import { caffe } from './caffe.js';
import { catalyst } from './catalyst.js';
import { catBoost } from './catBoost.js';
import { chainer } from './chainer.js';
import { cleanRl } from './cleanRl.js';
import { cluWriter } from './cluWriter.js';
import { cocoSummary } from './cocoSummary.js';
import { composer } from './composer.js';
import { anyCsv, kerasCsv, lightningCsv, yoloResults } from './csvTables.js';
import { cycleGan } from './cycleGan.js';
import { darknet } from './darknet.js';
import { dassl } from './dassl.js';
import { deepspeed } from './deepspeed.js';
import { detectron2, detectron2Json } from './detectron2.js';
import { detrJson } from './detrJson.js';
import { espnet2 } from './espnet.js';
import { fairseq, fairseqJson } from './fairseq.js';
import { fastai } from './fastai.js';
import { fastText } from './fastText.js';
import { flair } from './flair.js';
import type { LogFormat } from './format.js';
import { gaussianSplatting } from './gaussianSplatting.js';
import { gluonCv } from './gluonCv.js';
import { dgl, pyGeometric } from './graphExamples.js';
import { hfTrainer } from './hfTrainer.js';
import { hfTrainerState } from './hfTrainerState.js';
import { accelerate, axolotl, llamaFactory, swift, trl } from './huggingFaceKin.js';
import { icefall } from './icefall.js';
import { ignite } from './ignite.js';
import { imagenetMeters } from './imagenetMeters.js';
import { jsonHistory } from './jsonHistory.js';
import { jsonLines } from './jsonLines.js';
import { kaldi } from './kaldi.js';
import { kerasProgress } from './kerasProgress.js';
import { lightGbm } from './lightGbm.js';
import { lightningBar } from './lightningBar.js';
import { litgpt } from './litgpt.js';
import { llamaCpp } from './llamaCpp.js';
import { torchtune, verl } from './llmTrainers.js';
import { luz } from './luz.js';
import { marian } from './marian.js';
import { maxText } from './maxText.js';
import { megatron } from './megatron.js';
import { mlAgents } from './mlAgents.js';
import { mmJson } from './mmJson.js';
import { mmScalars } from './mmScalars.js';
import { mmText } from './mmText.js';
import { monai, monaiTutorial } from './monai.js';
import { mxnetModule } from './mxnetModule.js';
import { buildNanoGpt, buildNanoGptLog, nanoGpt } from './nanoGpt.js';
import { nemo } from './nemo.js';
import { nnUnet } from './nnUnet.js';
import { olmo } from './olmo.js';
import { openClip } from './openClip.js';
import { openNmt } from './openNmt.js';
import { openNmtTf } from './openNmtTf.js';
import { paddleClas } from './paddleClas.js';
import { paddleDetection } from './paddleDetection.js';
import { paddleFluid } from './paddleFluid.js';
import { paddleHapi } from './paddleHapi.js';
import { paddleNlp, paddleRec, paddleSeg, paddleX } from './paddleKin.js';
import { paddleOcr } from './paddleOcr.js';
import { reid } from './reid.js';
import { rllib } from './rllib.js';
import { sentenceTransformers } from './sentenceTransformers.js';
import { sklearn } from './sklearn.js';
import { skorch } from './skorch.js';
import { sockeye } from './sockeye.js';
import { spacy } from './spacy.js';
import { gymMonitor, stableBaselines } from './stableBaselines.js';
import { styleGan } from './styleGan.js';
import { swin } from './swin.js';
import { tfEstimator } from './tfEstimator.js';
import { tianshou } from './tianshou.js';
import { timm } from './timm.js';
import { torchtitan } from './torchtitan.js';
import { torchvisionReference } from './torchvisionReference.js';
import { vits } from './vits.js';
import { wandbCsv, wandbHistory } from './wandb.js';
import { xgboost } from './xgboost.js';
import { yoloResultsTxt, yoloStdout } from './yoloStdout.js';
import { yolox } from './yolox.js';

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
  detrJson,
  fairseqJson,
  wandbHistory,
  styleGan,
  rllib,
  jsonLines,
  wandbCsv,
  yoloResults,
  sentenceTransformers,
  lightningCsv,
  fastai,
  kerasCsv,
  spacy,
  chainer,
  gymMonitor,
  skorch,
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
  swin,
  timm,
  yoloStdout,
  yoloResultsTxt,
  yolox,
  darknet,
  mmText,
  detectron2,
  megatron,
  deepspeed,
  torchtitan,
  nemo,
  olmo,
  composer,
  basicSr,
  openClip,
  vits,
  gaussianSplatting,
  torchtune,
  verl,
  reid,
  dassl,
  fairseq,
  tfEstimator,
  monai,
  monaiTutorial,
  espnet2,
  kaldi,
  flair,
  sockeye,
  mxnetModule,
  allenNlp,
  xgboost,
  lightGbm,
  catBoost,
  cocoSummary,
  stableBaselines,
  mlAgents,
  tianshou,
  cleanRl,
  caffe,
  sklearn,
  paddleClas,
  paddleOcr,
  paddleHapi,
  paddleDetection,
  paddleSeg,
  paddleNlp,
  paddleRec,
  paddleX,
  paddleFluid,
  openNmt,
  openNmtTf,
  marian,
  nnUnet,
  icefall,
  catalyst,
  luz,
  fastText,
  cluWriter,
  maxText,
  llamaCpp,
  gluonCv,
  cycleGan,
  ignite,
  pyGeometric,
  dgl,
];
