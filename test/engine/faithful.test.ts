import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Disk } from './faithful/disk.js';
import { Watcher } from './faithful/watcher.js';

type Act =
  | {
      readonly do: 'append' | 'rotate' | 'rotateHeld' | 'chatter' | 'roll';
      readonly lines: number;
    }
  | { readonly do: 'rewrite' | 'another'; readonly lines: number; readonly isAtomic: boolean }
  | { readonly do: 'correct' | 'cut'; readonly at: number }
  | { readonly do: 'touch'; readonly seconds: number }
  | { readonly do: 'look' | 'moveAwayAndBack'; readonly ms: number }
  | { readonly do: 'appendPart' | 'copyTruncate' | 'remove' | 'settle' | 'restart' };

const lines = fc.integer({ min: 1, max: 8 });
const isAtomic = fc.boolean();
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('append' as const), lines }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), ms: fc.nat(3000) }) },
  fc.record({ do: fc.constantFrom('rotate', 'rotateHeld', 'chatter', 'roll'), lines }),
  fc.record({ do: fc.constant('moveAwayAndBack' as const), ms: fc.nat(3000) }),
  fc.record({ do: fc.constantFrom('rewrite' as const, 'another' as const), lines, isAtomic }),
  fc.record({ do: fc.constantFrom('correct' as const, 'cut' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('touch' as const), seconds: fc.integer({ min: 1, max: 4e9 }) }),
  { weight: 3, arbitrary: fc.constant({ do: 'settle' } as const) },
  fc.constantFrom<Act>(
    { do: 'appendPart' },
    { do: 'copyTruncate' },
    { do: 'remove' },
    { do: 'restart' },
  ),
);

/** What the reader shows in the end beside what it must and may show. */
function play(acts: readonly Act[]): { lost: string[]; twice: string[]; invented: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-faithful-'));
  const disk = new Disk(folder);
  const watcher = new Watcher(disk.file, join(folder, 'state'));
  const settle = () => {
    watcher.settle();
    disk.seen();
  };
  try {
    for (const act of acts) perform(act, disk, watcher, settle);
    disk.finish();
    settle();
    return compare(watcher.shown, disk);
  } finally {
    watcher.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function perform(act: Act, disk: Disk, watcher: Watcher, settle: () => void): void {
  if (act.do === 'rewrite' || act.do === 'another') disk[act.do](act.lines, act.isAtomic);
  else if ('lines' in act) disk[act.do](act.lines);
  else if ('at' in act) disk[act.do](act.at);
  else if (act.do === 'touch') disk.touch(act.seconds);
  else if (act.do === 'look') watcher.look(act.ms);
  else if (act.do === 'moveAwayAndBack') {
    disk.moveAway();
    watcher.look(act.ms);
    disk.moveBack();
  } else if (act.do === 'settle') settle();
  else if (act.do === 'restart') watcher.restart();
  else disk[act.do]();
}

function compare(shown: ReadonlyMap<string, number>, { must, may }: Disk) {
  return {
    lost: [...must].filter((point) => !shown.has(point)),
    twice: [...shown].filter(([, times]) => times > 1).map(([point]) => point),
    invented: [...shown.keys()].filter((point) => !must.has(point) && !may.has(point)),
  };
}

/** More of them: LOSSCOPE_SEQUENCES=20000 LOSSCOPE_SEED=7 npx vitest run test/engine/faithful.test.ts */
const RUNS = Number(process.env.LOSSCOPE_SEQUENCES ?? 1000);

it(
  'whatever a writer does to its log, each point is shown once',
  () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 2, maxLength: 30 }), (acts) => {
        expect(play(acts)).toEqual({ lost: [], twice: [], invented: [] });
      }),
      { numRuns: RUNS, seed: Number(process.env.LOSSCOPE_SEED ?? Date.now()), verbose: false },
    );
  },
  60_000 + 30 * RUNS,
);
