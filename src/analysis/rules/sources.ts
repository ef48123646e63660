import { phrase } from '../phrase.js';

/** Who says so: how advice is cited. Only what was read, or measured here; plain sense has no source. */

/** "Deep Learning Tuning Playbook" (Google, 2023): training longer, instability, regularisation, noise. */
export const PLAYBOOK = phrase('Tuning Playbook');
/** "Early Stopping - But When?" (1998): keep the best of validation. */
export const PRECHELT = phrase('Prechelt 1998');
/** "PaLM: Scaling Language Modeling with Pathways" (2022), section 5.1: training instability. */
export const PALM = phrase('PaLM, section 5.1');
/** Its documentation: models often gain from a rate 2 to 10 times lower once learning stagnates. */
export const KERAS_PLATEAU = phrase('Keras ReduceLROnPlateau');
/** "A Recipe for Training Neural Networks" (2019): overfit a single batch. */
export const KARPATHY = phrase('Karpathy’s recipe');
/** "ZClip: Adaptive Spike Mitigation for LLM Pre-Training" (2025). */
export const ZCLIP = phrase('ZClip');
/** Counted on third-party runs with labels (OverfitGuard), as is said where it is cited. */
export const MEASURED_RUNS = phrase('measured on labelled runs');
