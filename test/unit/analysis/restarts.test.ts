import { describe, expect, it } from 'vitest';
import { RunEvidence } from '../../../src/analysis/evidence/evidence.js';
import { seeded } from './generated/random.js';
import { judged, type Run } from './generated/run.js';
import { drops, followed, restarts } from './generated/schedules.js';
import { byEpoch } from './generated/soundRuns.js';
import { lossOf, verdictsOf } from './verdictsOf.js';

const range = (length: number, of: (i: number) => number) =>
  Array.from({ length }, (_, i) => of(i));
const falling = range(40, (i) => 0.2 + 1.8 * 0.85 ** i);
const wobble = (i: number) => 0.01 * Math.sin(7 * i);
/** Points after the 40th at which the run is first said to diverge. */
const divergesAfter = (then: readonly number[]) =>
  verdictsOf({ train: [...falling, ...then] })
    .said.filter(([, code]) => code === 'diverging')
    .map(([x]) => x - 40)[0];

describe('a train loss that jumps up without a logged rate', () => {
  it('is no divergence while it comes down again', () => {
    const cycle = (height: number) => range(40, (i) => 0.15 + height * 0.92 ** i);
    expect(divergesAfter([...cycle(0.7), ...cycle(0.6)])).toBeUndefined();
  });

  it('is one where it climbs on', () => {
    expect(divergesAfter(range(20, (i) => 0.8 + 0.06 * i))).toBeLessThan(10);
  });

  it('is one where it stays for half as long as the run was before', () => {
    expect(divergesAfter(range(40, (i) => 0.8 + wobble(i)))).toBeLessThan(27);
  });

  it('is one at once where it is nearly back where the run began', () => {
    expect(divergesAfter(range(10, (i) => 1.8 + wobble(i)))).toBeLessThan(6);
  });

  it('is one where it leaves a height that was known from restarts', () => {
    const restart = range(40, (i) => 0.15 + 0.6 * 0.9 ** i);
    const climb = range(20, (i) => 0.8 + 0.1 * i);
    expect(divergesAfter([...restart, ...climb])).toBeLessThan(40 + 10);
  });
});

describe('a step of a schedule that no log tells', () => {
  const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
  const drop = (seed: number) => {
    const random = seeded(seed);
    const part = random.between(0.45, 0.7);
    const run = followed(random, drops([part]), false);
    return { run, at: Math.ceil(part * (run.lines[0]?.x.length ?? 0)) + 1 };
  };
  const phasesOf = ({ lines }: Run) => {
    const evidence = new RunEvidence();
    const train = evidence.add(lossOf('loss', 'train'), 'epoch');
    const { x = [], y = [] } = lines[0] ?? {};
    return x.filter((at, i) => {
      const before = evidence.phases;
      evidence.push(train, { x: at, y: y[i] ?? 0 });
      return evidence.phases > before;
    });
  };

  it('begins a new phase within five points of the drop, and nowhere else', () => {
    const found = SEEDS.map((seed) => {
      const { run, at } = drop(seed);
      return phasesOf(run).map((phase) => phase - at);
    });
    expect(found.flat().filter((late) => late < 0 || late > 5)).toEqual([]);
    expect(found.filter((one) => one.length === 1).length).toBeGreaterThan(14);
  });

  it('is not seen in a fall without one', () => {
    const plain = SEEDS.flatMap((seed) => phasesOf(byEpoch(seeded(seed))));
    const smooth = SEEDS.flatMap((seed) => phasesOf(followed(seeded(seed), restarts(1), false)));
    expect([...plain, ...smooth]).toEqual([]);
  });

  it('takes back within three points what was said to rest', () => {
    const late = SEEDS.flatMap((seed) => {
      const { run, at } = drop(seed);
      const { changes } = judged(run);
      const before = changes.filter(({ x, said }) => x < at && !said.startsWith('-')).at(-1);
      if (before?.said !== 'plateau' && before?.said !== 'converged') return [];
      const back = changes.find(({ x, said }) => x >= at && said === `-${before.said}`);
      return back && back.x - at <= 3 ? [] : [seed];
    });
    expect(late).toEqual([]);
  });
});
