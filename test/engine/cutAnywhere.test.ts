import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedLog } from '../fuzz/parts/generated.js';
import { sampleLogs } from '../fuzz/parts/logs.js';
import { Random } from '../fuzz/parts/random.js';
import { printed, readIn, someEnds } from '../fuzz/parts/reading.js';

/** A sample that is longer is cut at some places only. */
const CUT_EVERYWHERE = 2000;

describe('the same bytes say the same, however they arrive', () => {
  // Some hundred samples at some hundred places each: 15 s on a quiet machine.
  it('samples of every format, cut at every byte', () => {
    for (const log of sampleLogs()) {
      const { length } = log.bytes;
      const whole = printed(readIn(log, []));
      const stride = Math.ceil(length / CUT_EVERYWHERE);
      for (let at = 0; at <= length; at += stride) {
        const cut = printed(readIn(log, [at]));
        if (cut !== whole) expect([log.name, String(log.bytes), at, cut]).toEqual([at, whole]);
      }
    }
  }, 120_000);

  it('logs of all kinds, in any pieces', () => {
    const seeds = fc.nat(2 ** 31 - 1);
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 120 }), (seed, lines) => {
        const random = new Random(seed);
        const bytes = Buffer.from(generatedLog(random, lines));
        for (const name of ['train.log', 'results.csv', 'metrics.jsonl', 'log.json']) {
          const log = { name, bytes };
          const whole = printed(readIn(log, []));
          for (let time = 0; time < 4; time++) {
            expect(printed(readIn(log, someEnds(random, bytes.length)))).toBe(whole);
          }
        }
      }),
      { numRuns: 24 },
    );
  });
});
