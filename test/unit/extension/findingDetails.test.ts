import { describe, expect, it } from 'vitest';
import { phrase, sayPhrase } from '../../../src/analysis/index.js';
import { detailsOfVerdict } from '../../../src/extension/findingDetails.js';
import { verdictOf } from './runs.js';

describe('the rows below a finding', () => {
  it('say what it is not, then causes, then what to do and who says so', () => {
    const verdict = {
      ...verdictOf('overfitting', 'warning'),
      isNot: [{ code: 'diverging', because: phrase('Not diverging: {0}.', '1.0 ×') }],
      causes: [phrase('Too little data')],
      advice: [
        { act: phrase('Stop here.'), source: phrase('Prechelt 1998') },
        { act: phrase('Add data.') },
      ],
    } as const;
    const rows = detailsOfVerdict(verdict, sayPhrase, 'possible cause');
    expect(rows.map(({ icon, text, note }) => [icon, text, note])).toEqual([
      ['circle-slash', 'Not diverging: 1.0 ×.', ''],
      ['question', 'Too little data', 'possible cause'],
      ['arrow-right', 'Stop here.', 'Prechelt 1998'],
      ['arrow-right', 'Add data.', ''],
    ]);
  });
});
