import { describe, expect, it } from 'vitest';
import { type Random, seeded } from './random.js';
import { alarms, judged } from './run.js';
import { SCHEDULED } from './schedules.js';
import { SICK } from './sickRuns.js';
import { changed, SOUND } from './soundRuns.js';

const SEEDS = Array.from({ length: 8 }, (_, i) => i + 1);

describe('a sound run gets no alarm', () => {
  it.each([...SOUND, ...SCHEDULED])('$title', ({ make }) => {
    const said = SEEDS.map((seed) => [seed, alarms(judged(make(seeded(seed))))] as const);
    expect(said.filter(([, heard]) => heard.length > 0)).toEqual([]);
  });
});

describe('a fault is found, and not before it began', () => {
  it.each(SICK)('$title', ({ finds, make }) => {
    const missed = SEEDS.filter((seed) => {
      const { run, onset } = make(seeded(seed));
      const first = judged(run).changes.find(({ said }) => said === finds);
      return !first || first.x < onset;
    });
    expect(missed).toEqual([]);
  });
});

describe('a loss above zero is judged alike in every unit', () => {
  const kinds = [
    ...SOUND.filter(({ title }) => /epoch|step/.test(title)),
    ...SCHEDULED,
    ...SICK.map(({ title, make }) => ({
      title,
      make: (random: Random) => make(random).run,
    })),
  ].filter(({ title }) => !/zero|density|about/.test(title));
  // Powers of two change no digit: what differs then differs by the unit alone.
  it.each(kinds)('$title', ({ make }) => {
    for (const seed of SEEDS.slice(0, 3)) {
      const run = make(seeded(seed));
      const told = (factor: number) =>
        judged(changed(run, (y) => factor * y)).changes.map(({ series, x, said, verdict }) => [
          series,
          x,
          said,
          verdict.severity,
        ]);
      const once = told(1);
      expect(told(2 ** -20)).toEqual(once);
      expect(told(2 ** 20)).toEqual(once);
      expect(told(1e-6).map(([, , said]) => said)).toEqual(once.map(([, , said]) => said));
    }
  });
});

describe('a loss below zero is judged alike wherever it stands', () => {
  const kinds = [
    ...SOUND.filter(({ title }) => title.startsWith('train')),
    ...SICK.filter(({ title }) => title.endsWith('as they are')).map(({ title, make }) => ({
      title,
      make: (random: Random) => make(random).run,
    })),
  ];
  it.each(kinds)('$title', ({ make }) => {
    for (const seed of SEEDS.slice(0, 3)) {
      const told = (shift: number) =>
        judged(changed(make(seeded(seed)), (y) => y - shift)).changes.map(
          ({ series, x, said, verdict }) => [series, x, said, verdict.severity],
        );
      expect(told(4096)).toEqual(told(1024));
    }
  });
});
