import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../src/analysis/index.js';
import { createDiagnosis, NOTHING_SET } from '../../src/analysis/index.js';
import { NotAFile, openRegularFile } from '../../src/engine/sources/openRegularFile.js';
import { readFileReadings } from '../../src/engine/sources/readFile.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { RunStore } from '../../src/engine/store/runStore.js';

const folder = mkdtempSync(join(tmpdir(), 'losscope-hostile-'));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MB = 1024 * 1024;

function readingsOf(name: string, content: string): Reading[] {
  writeFileSync(path(name), content);
  const readings: Reading[] = [];
  const take = (some: readonly Reading[]) => {
    for (const reading of some) readings.push(reading);
  };
  readFileReadings(path(name), sourceReader(path(name), {}), take);
  return readings;
}

const namesOf = (readings: readonly Reading[]) => [...new Set(readings.map(({ name }) => name))];

/** What every object has, before and after. */
const inherited = () => [
  Object.getOwnPropertyNames(Object.prototype).sort().join(),
  Object.getOwnPropertyNames(Array.prototype).sort().join(),
];

// By a name that objects inherit an attacker gains a switch in our code: a curve of his that we obey.
describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  const record = (i: number) =>
    `{"step": ${i}, "loss": ${1 / i}, ${NAMES.map((name) => `"${name}": ${i}`).join(', ')}, "__proto__": {"polluted": 1, "toString": 3}, "constructor": {"prototype": {"polluted": 2}}}`;
  const at = [1, 2, 3, 4, 5];
  const FORMS: readonly (readonly [string, string])[] = [
    ['lines.jsonl', at.map((i) => `${record(i)}\n`).join('')],
    ['document.json', `{"__proto__": [${at.map(record)}], "history": [${at.map(record)}]}`],
    [
      'columns.json',
      `{"history": {"loss": [3, 2, 1], "__proto__": [1, 2, 3], "constructor": [1, 2, 3]}}`,
    ],
    [
      'table.csv',
      `step,loss,${NAMES}\n${at.map((i) => `${i},${1 / i},${NAMES.map(() => i)}\n`).join('')}`,
    ],
    [
      'print.log',
      at
        .map((i) => `step ${i} loss: ${1 / i} ${NAMES.map((n) => `${n}: ${i}`).join(' ')}\n`)
        .join(''),
    ],
    ['python.log', at.map((i) => `${record(i).replaceAll('"', "'")}\n`).join('')],
  ];

  it.each(FORMS)('%s: the loss is read, and no object has changed', (name, content) => {
    const before = inherited();
    const readings = readingsOf(name, content);
    expect(readings.filter((one) => one.name === 'loss').length).toBeGreaterThan(2);
    for (const { value, name: said } of readings) {
      expect(typeof value).toBe('number');
      expect(typeof said).toBe('string');
    }
    expect(inherited()).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });

  it('as the names of series they are series', () => {
    const store = new RunStore({
      nameOf: (file) => file,
      everyPoint: false,
      newDiagnosis: (clock) => createDiagnosis(NOTHING_SET, clock),
    });
    const readings = NAMES.flatMap((name) =>
      at.map(
        (step): Reading => ({
          ...{ name, metric: name, kind: 'loss', split: 'train', value: step, step },
          ...{ line: step, offset: step, run: 0, attempt: 0 },
        }),
      ),
    );
    store.add('/w/a.log', readings, { atMs: 0, isSeen: false });
    const [run] = store.runsOf('/w/a.log');
    expect(
      run
        ?.summary('', 'idle')
        .series.map(({ name }) => name)
        .sort(),
    ).toEqual([...NAMES].sort());
  });
});

// By size an attacker gains the memory, by depth the stack, by a pattern the time of who opens his folder.
describe('what is too large', () => {
  const long = 'x'.repeat(10 * MB);
  const FORMS: readonly (readonly [string, string])[] = [
    ['name.log', `step 1 loss: 0.5\nstep 2 ${long}: 0.4 loss: 0.4\nstep 3 loss: 0.3\n`],
    ['name.jsonl', `{"step":1,"loss":1}\n{"step":2,"${long}":1}\n{"step":3,"loss":1}\n`],
    ['name.csv', `step,loss,${long}\n1,0.5,1\n2,0.4,1\n`],
    ['name.json', `{"${long}": [1,2,3], "history": [{"loss": 1, "epoch": 1, "${long}": 1}]}`],
    ['spaces.log', `step 1 loss: 0.5\n${' '.repeat(10 * MB)}\nstep 3 loss: 0.3\n`],
    ['digits.log', `step 1 loss: 0.5\nloss: ${'9'.repeat(10 * MB)}\nstep 3 loss: 0.3\n`],
  ];

  it.each(FORMS)('%s: 10 MB in one name are no name, and soon passed over', (name, content) => {
    const before = process.cpuUsage();
    const readings = readingsOf(name, content);
    const { user } = process.cpuUsage(before);
    expect(Math.max(0, ...namesOf(readings).map(({ length }) => length))).toBeLessThanOrEqual(300);
    expect(user / 1e6).toBeLessThan(10);
  });

  const depth = 200_000;
  const DEEP: readonly (readonly [string, string])[] = [
    ['deep.jsonl', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}\n{"step":2,"loss":1}\n`],
    ['deep.json', `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
    ['list.json', `${'['.repeat(depth)}1${']'.repeat(depth)}`],
    ['open.json', '[{"a":'.repeat(depth)],
    ['deep.log', `step 1 loss: 0.5 ${'{'.repeat(depth)}\nstep 2 loss: 0.4 ${'('.repeat(depth)}\n`],
    ['dict.log', `${"{'a': ".repeat(depth)}1${'}'.repeat(depth)}\n{'step': 2, 'loss': 0.5}\n`],
  ];

  it.each(DEEP)('%s: nesting without end costs no stack', (name, content) => {
    expect(() => readingsOf(name, content)).not.toThrow();
  });
});

// By a pipe an attacker gains a reader that waits for ever; by a device or a socket, an effect.
describe('what is no file', () => {
  it('a pipe, a socket, a device, a folder and links to them are never opened', async () => {
    execFileSync('mkfifo', [path('pipe.log')]);
    const server = createServer().listen(path('socket.log'));
    await new Promise((resolve) => void server.once('listening', resolve));
    symlinkSync('/dev/zero', path('zero.log'));
    symlinkSync('pipe.log', path('link.log'));
    symlinkSync('socket.log', path('plug.log'));
    const names = ['pipe.log', 'socket.log', 'zero.log', 'link.log', 'plug.log', '.'];
    for (const name of names) expect(() => openRegularFile(path(name))).toThrow(NotAFile);
    for (const device of ['/dev/zero', '/dev/null', '/dev/tty'].slice(0, 2))
      expect(() => openRegularFile(device)).toThrow(NotAFile);
    server.close();
  });
});
