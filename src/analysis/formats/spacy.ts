import type { LogFormat } from './format.js';

/** spaCy's table: losses are of training, every score is of the development data. */
export const spacy: LogFormat = {
  id: 'spacy',
  title: 'spaCy',
  source: 'spacy/training/loggers.py console_logger (source; logs in public repositories)',
  columns: [/^E$/, /^#$/, /^LOSS /],
  held: /^(?!LOSS )/,
  samples: [
    {
      lines: [
        'E    #       LOSS TOK2VEC  LOSS NER  ENTS_F  ENTS_P  ENTS_R  SCORE ',
        '---  ------  ------------  --------  ------  ------  ------  ------',
        '  0       0          0.00     45.21    0.52    0.31    1.82    0.01',
        '  1     200        112.05   2512.33   35.21   40.12   31.38    0.35',
      ],
      yields: [
        { name: 'LOSS TOK2VEC', value: 0, epoch: 0, step: 0, split: 'train' },
        { name: 'LOSS NER', value: 45.21, step: 0, split: 'train' },
        { name: 'ENTS_F', value: 0.52, step: 0, split: 'val' },
        { name: 'ENTS_P', value: 0.31, step: 0, split: 'val' },
        { name: 'ENTS_R', value: 1.82, step: 0, split: 'val' },
        { name: 'SCORE', value: 0.01, step: 0, split: 'val' },
        { name: 'LOSS TOK2VEC', value: 112.05, epoch: 1, step: 200 },
        { name: 'LOSS NER', value: 2512.33, step: 200, split: 'train' },
        { name: 'ENTS_F', value: 35.21, step: 200 },
        { name: 'ENTS_P', value: 40.12, step: 200 },
        { name: 'ENTS_R', value: 31.38, step: 200 },
        { name: 'SCORE', value: 0.35, step: 200, split: 'val' },
      ],
    },
    { lines: ['E    #       LOSS TOK2VEC', 'see the documentation'], yields: [] },
  ],
};
