import type { LogFormat } from './format.js';

/** CleanRL: one line an episode, at a global step. */
export const cleanRl: LogFormat = {
  id: 'cleanrl',
  title: 'CleanRL',
  source: 'vwxyzjn/cleanrl, its single-file agents (source)',
  signature: /^global_step=\d+, episodic_return=/,
  samples: [
    {
      lines: [
        'global_step=84, episodic_return=[22.]',
        'SPS: 1204',
        'global_step=112, episodic_return=14.5',
      ],
      yields: [
        { name: 'episodic_return', value: 22, step: 84 },
        { name: 'episodic_return', value: 14.5, step: 112 },
      ],
    },
    { lines: ['global_step=84, done'], yields: [] },
  ],
};
