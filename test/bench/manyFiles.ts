import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './parts/inputs.js';
import { printRow } from './parts/row.js';

const FOLDERS = 100;
const FILES_A_FOLDER = 100;
/** CPU seconds until each file was read, and MiB beyond those of a process with an empty folder. */
const SECONDS = 5;
const MIB = 100;
/** After the last point a file is looked at a few times more: its end, its last line. */
const AFTERWARDS_MS = 6000;
/** A process that never says enough is ended. */
const AT_MOST_MS = 120_000;

/** Tells its CPU time (s) and its peak memory (MiB) when it is asked, and once more at its end. */
const TELLS = `
  const tell = () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { seconds: (userCPUTime + systemCPUTime) / 1e6, mib: maxRSS / 1024 };
    process.stderr.write(JSON.stringify(used) + '\\n');
  };
  process.on('SIGUSR2', tell);
  process.on('exit', tell);`;

interface Used {
  readonly seconds: number;
  readonly mib: number;
}

/** Follows a folder until so many points came; what it used by then, and at the end. */
async function follow(folder: string, points: number): Promise<readonly Used[]> {
  const hook = `data:text/javascript,${encodeURIComponent(TELLS)}`;
  const child = spawn(process.execPath, [
    '--import',
    hook,
    'dist/cli.js',
    'watch',
    '--json',
    folder,
  ]);
  const told: Used[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.startsWith('{')) told.push(JSON.parse(line));
  });
  const limit = setTimeout(() => child.kill('SIGTERM'), AT_MOST_MS);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await Promise.race([ended, havePoints(child, points)]);
  child.kill('SIGUSR2');
  await wait(AFTERWARDS_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(limit);
  return told;
}

function havePoints({ stdout }: ChildProcess, wanted: number): Promise<void> {
  let seen = 0;
  let rest = '';
  return new Promise((done) => {
    if (wanted === 0) setTimeout(done, 1000);
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      seen += lines.filter((line) => line.includes('"event":"point"')).length;
      if (seen >= wanted && wanted > 0) done();
    });
  });
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function write(folder: string): void {
  for (let at = 0; at < FOLDERS * FILES_A_FOLDER; at++) {
    const inside = join(folder, `run-${Math.floor(at / FILES_A_FOLDER)}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `train-${at}.log`), `epoch 1 step ${at} loss: ${1 + at / 1e4}\n`);
  }
}

const [empty, full] = [scratch(), scratch()];
write(full);
const [, bare] = await follow(empty, 0);
const [read, whole] = await follow(full, FOLDERS * FILES_A_FOLDER);
if (!bare || !read || !whole) throw new Error('a process did not tell what it used');
const files = `${FOLDERS * FILES_A_FOLDER} files of a line`;
printRow(`${files}: CPU until all are read`, read.seconds, SECONDS, 's');
printRow(`${files}: memory beyond that of none`, whole.mib - bare.mib, MIB, 'MiB');
