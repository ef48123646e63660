import { describe, expect, it } from 'vitest';
import type { Spike } from '../../../src/analysis/evidence/spike.js';
import { SpikeLog } from '../../../src/analysis/evidence/spikeLog.js';

function spikeAt(index: number, value: number): Spike {
  const at = { series: 0, index, x: index };
  return { at, value, before: 1, height: 9, needed: 7, aftermath: 'recovered', after: 1 };
}

describe('the log of spikes', () => {
  it('stays small, keeps the highest, and says how many there were', () => {
    const log = new SpikeLog();
    for (let number = 0; number < 10_000; number++) {
      log.push(spikeAt(10 * number, number === 4321 ? 99 : 2 + (number % 7)));
    }
    expect(log.all.length).toBeLessThanOrEqual(1024);
    expect(log.all.reduce((sum, { more }) => sum + 1 + more, 0)).toBe(10_000);
    expect(Math.max(...log.all.map(({ spike }) => spike.value))).toBe(99);
    const places = log.all.map(({ spike }) => spike.at.index);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
