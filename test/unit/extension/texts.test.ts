import { describe, expect, it } from 'vitest';
import { csvCell, phrase, sayPhrase } from '../../../src/analysis/index.js';
import { describeRun } from '../../../src/extension/chartDescription.js';
import { csvOf } from '../../../src/extension/csv.js';
import { diagnosisText } from '../../../src/extension/diagnosisText.js';
import { inert, withoutLinks } from '../../../src/extension/markdown.js';
import { lastValues, progressOf } from '../../../src/extension/runRows.js';
import { sparkline } from '../../../src/extension/sparkline.js';
import { isLost, statusText } from '../../../src/extension/statusText.js';
import { runOf, seriesOf, verdictOf, DOCUMENT_WORDS as words } from './runs.js';

describe('the sparkline', () => {
  it('draws the course between its lowest and highest value, without what is not finite', () => {
    expect(sparkline([8, 4, Number.NaN, 2, 1], 4)).toBe('█▄▂▁');
    expect(sparkline([1, 1, 1], 8)).toBe('▁▁▁');
    expect(sparkline([1], 8)).toBe('');
    expect(
      sparkline(
        Array.from({ length: 100 }, (_, at) => at),
        4,
      ),
    ).toBe('▁▃▆█');
  });
});

describe('status bar', () => {
  it('says the main value, its course and the verdict', () => {
    const run = runOf({ series: [seriesOf('val_loss', { role: 'val' }), seriesOf('loss')] });
    expect(statusText(run, [3, 2, 1], 'learning')).toBe('$(graph-line) loss 0.123 █▅▁ learning');
  });

  it('draws no icon that a log asks for', () => {
    expect(statusText(runOf({ series: [seriesOf('$(flame)')] }), [], '')).not.toContain('$(flame');
  });

  it('is coloured for a lost run alone', () => {
    expect(isLost(runOf({ verdicts: [verdictOf('nan', 'error')] }))).toBe(true);
    expect(isLost(runOf({ verdicts: [verdictOf('overfitting', 'warning')] }))).toBe(false);
  });
});

describe('rows', () => {
  it('shows train and val of the main metric', () => {
    const val = seriesOf('val_loss', { role: 'val', last: { x: 1, y: Number.NaN, line: 2 } });
    const run = runOf({
      series: [seriesOf('lr', { role: 'lr', kind: 'lr' }), seriesOf('loss'), val],
    });
    expect(lastValues(run)).toBe('loss 0.123 · val_loss NaN');
  });

  it('counts epochs, else steps', () => {
    expect(progressOf(runOf({ progress: { epoch: 47, epochs: 100, step: 9 } }))).toEqual({
      unit: 'epoch',
      at: '47/100',
    });
    expect(progressOf(runOf({ progress: { step: 12000 } })).at).toBe('12\u202f000');
  });
});

const EVIL = '<img src=x onerror=alert(1)> [a](command:b) `c` | d\n# e';

describe('diagnosis document', () => {
  it('shows sentence, proof, advice and the place', () => {
    const verdict = {
      ...verdictOf('overfitting', 'warning'),
      evidence: [
        {
          label: phrase('val loss'),
          measured: '0.586',
          needed: phrase('> {0}', 0.443),
          holds: true,
        },
      ],
      isNot: [{ code: 'plateau', because: phrase('Not a plateau: it fell {0}.', '9 %') }],
      causes: [phrase('Too little data'), phrase('Too little regularisation')],
      advice: [{ act: phrase('Stop here.'), source: phrase('Prechelt 1998') }],
    } as const;
    expect(diagnosisText(runOf({ name: 'run', verdicts: [verdict] }), sayPhrase, words)).toBe(
      [
        '# run',
        '## overfitting since epoch 5.',
        'Val loss is 36 % above its best.',
        '|  | Evidence | Measured | Needed |\n|---|---|---:|---|\n| ✓ | val loss | 0.586 | \\> 0.443 |',
        '**What it is not**',
        '- Not a plateau\\: it fell 9 %.',
        '**Causes**',
        '1. Too little data\n2. Too little regularisation',
        '**What to do**',
        '1. Stop here. \\(Prechelt 1998\\)',
        'Since: epoch 5 (loss), line 7\n',
      ].join('\n\n'),
    );
  });

  it('says how it ended, and its row of the table of train and val', () => {
    const ending = {
      how: 'crashed',
      severity: 'error',
      title: phrase('The training ran out of memory.'),
      because: phrase('Line {0} says: {1}', 812, 'CUDA out of memory'),
      advice: [phrase('Take a smaller batch.')],
    } as const;
    const pair = {
      train: 'down',
      val: 'flat',
      trainChange: '−14\u202f%',
      valChange: '0\u202f%',
      row: 1,
      note: phrase('That alone is not overfitting.'),
    } as const;
    const verdicts = [verdictOf('learning', 'info')];
    const text = diagnosisText(runOf({ verdicts, ending, pair }), sayPhrase, words);
    const heads = text.split('\n').filter((line) => line.startsWith('## '));
    expect(heads).toEqual([
      '## The training ran out of memory.',
      '## learning since epoch 5.',
      '## Read as a pair',
    ]);
    expect(text).toContain('1. Take a smaller batch.');
    expect(text).toContain('| ✓ | ↓ down −14\u202f% | → flat 0\u202f% | Overfitting. |');
    expect(text).toContain('|   | ↓ down | ↓ down | Still learning. |');
    expect(text).toContain('That alone is not overfitting.');
    const finished = { ...ending, how: 'finished', severity: 'info' } as const;
    const calm = diagnosisText(runOf({ verdicts, ending: finished }), sayPhrase, words);
    expect(calm.indexOf('learning since')).toBeLessThan(calm.indexOf('out of memory'));
  });

  it('keeps what a log says from being more than letters', () => {
    const text = diagnosisText(runOf({ name: EVIL }), sayPhrase, words);
    expect(text.split('\n')[0]).toBe(`# ${inert(EVIL)}`);
    expect(inert(EVIL)).not.toMatch(/(?<!\\)[<[\]`|#]/);
    expect(inert(EVIL)).not.toContain('\n');
  });
});

describe('description', () => {
  it('says verdict and series in sentences', () => {
    const run = runOf({
      verdicts: [verdictOf('learning', 'info')],
      series: [seriesOf('loss', { best: { x: 9, y: 0.1, epoch: 9, line: 11 } })],
    });
    const words = {
      state: () => 'live',
      series: (...parts: readonly unknown[]) => parts.join(' '),
      best: (value: string, at: string) => `best ${value} ${at}`,
      line: (line: number) => `Line ${line}.`,
      causes: (list: string) => `Causes: ${list}.`,
      advice: (list: string) => `Do: ${list}`,
    };
    const mark = {
      kind: 'spike',
      x: 8,
      line: 9,
      label: phrase('Spike at {0}.', 'step 8'),
      says: phrase('{0} jumped from {1} to {2}.', 'loss', 1, 7),
    } as const;
    const text = describeRun(run, [mark], sayPhrase, words);
    expect(text).toContain('loss 12 0.123 12 best 0.100 9');
    expect(text).toContain('Spike at step 8. loss jumped from 1 to 7. Line 9.');
  });
});

describe('csv', () => {
  it('writes one reading a row, NaN as it is, unknown as nothing', () => {
    const one = (value: number) => Float64Array.of(value);
    const columns = {
      id: 0,
      step: one(Number.NaN),
      epoch: one(3),
      time: one(Number.NaN),
      y: one(Number.NaN),
      line: one(7),
      attempt: one(0),
    };
    expect(csvOf([seriesOf('=cmd|x')], [columns])).toBe(
      "series,role,attempt,step,epoch,time,value,line\r\n'=cmd|x,train,0,,3,,NaN,7\r\n",
    );
  });

  it.each([
    ['loss', 'loss'],
    ['a,b', '"a,b"'],
    ['-1+1', "'-1+1"],
    [' @x', "' @x"],
    ['say "x"', '"say ""x"""'],
  ])('cell %s is %s', (text, cell) => expect(csvCell(text)).toBe(cell));
});

describe('a notification', () => {
  it('has no link out of the name of a file', () => {
    const name = '[see](command:workbench.action.closeWindow).log';
    expect(withoutLinks(name)).toBe('[see] (command:workbench.action.closeWindow).log');
  });
});
