import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, isFault, type Reading, sayPhrase } from '../../../src/analysis/index.js';
import { loadLinearEngine } from '../../../src/engine/patterns/linearEngine.js';

const compile = await loadLinearEngine();

/** `metric=value @step/epoch` of each reading that a pattern finds in lines. */
function read(pattern: string, lines: readonly string[]): string[] {
  return readings(pattern, lines).map(
    ({ name, value, step, epoch }) => `${name}=${value} @${step ?? '-'}/${epoch ?? '-'}`,
  );
}

function readings(pattern: string, lines: readonly string[]): Reading[] {
  const compiled = compile(pattern);
  if (isFault(compiled)) throw new Error(sayPhrase(compiled.message));
  const reader = createReader({ name: 'my.log', patterns: [compiled] });
  const out = lines.flatMap((text, i) => reader.push({ text, line: i + 1, offset: i * 100 }));
  return [...out, ...reader.flush()];
}

function faultOf(pattern: string): string {
  const compiled = compile(pattern);
  if (!isFault(compiled)) return 'right';
  const { at, length } = compiled;
  return `${pattern.slice(at, at + length)} <- ${sayPhrase(compiled.message)}`;
}

describe('a pattern on lines of a known shape', () => {
  it.each([
    ['counts digits', '^(?<step>\\d{3}) (?<loss>\\S+)$', (i: number) => `${i * 37} 0.${i}`],
    ['takes what nobody else would', '\\step => \\foo', (i: number) => `${i} => ${i / 8}`],
  ])('that %s reads each line as in full', (_, pattern, line) => {
    const compiled = compile(pattern);
    if (isFault(compiled)) throw new Error(sayPhrase(compiled.message));
    const said = [true, false].map((usesShapes) => {
      const reader = createReader({ name: 'my.log', patterns: [compiled], usesShapes });
      const out = Array.from({ length: 80 }, (_, i) => {
        const text = line(i);
        const bytes = new TextEncoder().encode(text);
        const raw = { bytes, from: 0, to: bytes.length };
        return reader.push({ text, line: i + 1, offset: 0, raw });
      });
      return [...out.flat(), ...reader.flush()];
    });
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.length).toBeGreaterThan(20);
  });
});

describe('the short form', () => {
  it('takes numbers by name and everything else literally', () => {
    expect(read('\\step | \\loss | \\val_loss', ['10 | 0.5 | nan', '20 |  1e-3 | -inf'])).toEqual([
      'loss=0.5 @10/-',
      'val_loss=NaN @10/-',
      'loss=0.001 @20/-',
      'val_loss=-Infinity @20/-',
    ]);
  });

  it('reads val_loss as the loss on validation data', () => {
    const [first] = readings('\\step \\val_loss', ['10 0.5']);
    expect(first).toMatchObject({ metric: 'loss', split: 'val', kind: 'loss' });
  });

  it('keeps \\step/\\steps apart and lets a name hold a slash', () => {
    const [first] = readings('\\step/\\steps \\val/loss', ['3/10 0.5']);
    expect(first).toMatchObject({ name: 'val/loss', step: 3, steps: 10, split: 'val' });
  });

  it('takes any name in braces, skips numbers with \\_ and text with \\*', () => {
    const lines = ['12 17.3s (foo, bar) 97.5%'];
    expect(read('\\step \\_s \\* \\{acc@1 (top)}%', lines)).toEqual(['acc@1 (top)=97.5 @12/-']);
  });

  it('begins no number in the middle of a word or of another number', () => {
    expect(read('\\step \\loss', ['v1.2.3 x', 'gpu0 5', '7 0.5'])).toEqual(['loss=0.5 @7/-']);
  });

  it('takes the signs of a regular expression literally', () => {
    expect(read('[\\step] (a+b)* \\loss', ['[4] (a+b)* 0.5', '4 ab 0.5'])).toEqual([
      'loss=0.5 @4/-',
    ]);
  });

  it('reads a line that only places the next ones', () => {
    expect(read('== Round \\epoch ==', ['== Round 3 ==', 'loss: 0.5', 'loss: 0.4'])).toContain(
      'loss=0.5 @-/3',
    );
  });

  it('makes a curve over their own number of what has no place', () => {
    expect(read('quality \\quality', ['quality 1', 'quality 2', 'quality 3'])).toEqual([
      'quality=1 @-/-',
      'quality=2 @-/-',
      'quality=3 @-/-',
    ]);
  });
});

describe('named groups', () => {
  it('place the line and name metrics, whatever the signs of the name', () => {
    const lines = ['E2 s30 l=0.5, v=0.7'];
    const pattern = 'E(?<epoch>\\d+) s(?P<step>\\d+) l=(?<loss>\\S+) v=(?<val/损失>\\S+)';
    expect(read(pattern, lines)).toEqual(['loss=0.5 @30/2', 'val/损失=0.7 @30/2']);
  });

  it('give the time of a line', () => {
    const [first] = readings('(?<time>\\S+T\\S+) (?<step>\\d+) (?<loss>\\S+)', [
      '2026-01-02T03:04:05 7 0.5',
    ]);
    expect(first?.time).toBe(Date.UTC(2026, 0, 2, 3, 4, 5) / 1000);
  });

  it('leave out what caught no number', () => {
    expect(read('s(?<step>\\d+) (?<loss>\\S+)(?: (?<acc>\\S+))?', ['s1 0.5', 's2 n/a'])).toEqual([
      'loss=0.5 @1/-',
    ]);
  });
});

describe('patterns come before all formats', () => {
  it('take a line that a format would read too', () => {
    const lines = ['epoch 1 loss 0.9 acc 0.1', 'epoch 2 loss 0.8 acc 0.2'];
    expect(read('epoch \\epoch loss \\my_loss', lines)).toEqual([
      'my_loss=0.9 @-/1',
      'my_loss=0.8 @-/2',
    ]);
  });
});

describe('a wrong pattern', () => {
  it.each([
    ['(a) (?<loss>\\d+ b', '(?<loss>\\d+ b <- Character 5'],
    ['x) (?<loss>\\d)', ') (?<loss>\\d) <- Character 2'],
    ['(?<loss>[z-a])', 'z-a <- Character 10'],
    ['a(?=b)(?<x>c)', '(?= <- Character 2'],
    ['(?<loss>a)\\1', '\\1 <- Character 11'],
    ['(?<step>\\d+) \\loss', '\\loss <- Character 14'],
    ['(?<loss>a)(?<loss>b)', '(?<loss> <- Character 11'],
    ['loss \\d+', '\\d <- Character 6'],
    ['\\loss\\acc', '\\acc <- Character 6'],
    ['\\loss \\loss', '\\loss <- Character 7'],
    ['hello', 'hello <- The pattern "hello" names no number'],
    ['  ', ' <- The pattern is empty'],
  ])('%s: says where', (pattern, said) => {
    expect(faultOf(pattern).startsWith(said)).toBe(true);
    expect(faultOf(pattern)).not.toContain('\n');
  });

  it('never throws, whatever the text', () => {
    const signs = fc.constantFrom(...'\\()[]{}<>?*+.|^$ab1 _/:="\n轮', '\\loss', '(?<a>', '\\d');
    const text = fc.array(signs, { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (pattern, line) => {
        const compiled = compile(pattern);
        if (isFault(compiled)) expect(compiled.message.text).not.toBe('');
        else compiled.match(line);
      }),
      { numRuns: 500 },
    );
  });

  it('cannot hang: the time grows with the line, not with its square', () => {
    const compiled = compile('(?<loss>(?:a|aa)+)(?<acc>(?:a*)*)c');
    if (isFault(compiled)) throw new Error('right');
    expect(compiled.match('a'.repeat(16_000))).toBeUndefined();
  });
});
