import { describe, expect, it } from 'vitest';
import { isFault, suggestPattern } from '../../../src/analysis/index.js';
import { loadLinearEngine } from '../../../src/engine/patterns/linearEngine.js';

const compile = await loadLinearEngine();

describe('a pattern made from a line', () => {
  it.each([
    ['quux 0.5', 'quux \\quux'],
    ['12 0.5 0.25', '\\step \\loss \\value'],
    ['round 3 of 10: badness=0.5, time=3.2s', 'round \\step of \\_: badness=\\badness'],
    [
      'Epoch 3/10 step 20/100 train loss 0.5',
      'Epoch \\epoch/\\epochs step \\step/\\steps train loss \\train_loss',
    ],
    ['2024-01-02 03:04:05,123 [I] step 3 Acc@1: 97.5%', '[I] step \\step Acc@1: \\{Acc@1}'],
    ['a\\b 5 | quux=0.5', 'a\\\\b \\step | quux=\\quux'],
    ['第3步 损失 0.5', '第\\{step}步 损失 \\损失'],
    ['tick 10 => 2.81', 'tick \\step => \\value'],
    ['nothing here', undefined],
  ])('%s', (line, pattern) => {
    expect(suggestPattern(line)).toBe(pattern);
  });

  it('reads its own line', () => {
    for (const line of ['  a/b 1,234 -> loss [0.5, nan] (1e-3)', '第3步 损失：0.5', '|3|0.5|']) {
      const compiled = compile(suggestPattern(line) ?? '');
      expect(isFault(compiled) ? compiled.message : compiled.match(line)).toBeInstanceOf(Array);
    }
  });
});
