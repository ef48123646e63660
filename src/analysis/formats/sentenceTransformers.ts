import type { LogFormat } from './format.js';

/** An evaluator's CSV: correlations on held-out pairs; steps of -1 are the end of the epoch. */
export const sentenceTransformers: LogFormat = {
  id: 'sentence-transformers',
  title: 'Sentence Transformers evaluation',
  source: 'sentence-transformers EmbeddingSimilarityEvaluator and kin, *_results.csv (source)',
  columns: [/^epoch$/, /^steps$/, /^(?:cosine|dot|euclidean|manhattan|cosine-|accuracy)/],
  samples: [
    {
      lines: [
        'epoch,steps,cosine_pearson,cosine_spearman',
        '0,-1,0.8134,0.8211',
        '1,-1,0.8334,0.8411',
      ],
      yields: [
        { name: 'cosine_pearson', value: 0.8134, split: 'val', epoch: 0 },
        { name: 'cosine_spearman', value: 0.8211, split: 'val', epoch: 0 },
        { name: 'cosine_pearson', value: 0.8334, split: 'val', epoch: 1 },
        { name: 'cosine_spearman', value: 0.8411, split: 'val', epoch: 1 },
      ],
    },
    { lines: ['epoch,steps,remark', '0,-1,fine'], yields: [] },
  ],
};
