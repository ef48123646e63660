// Files with every key kept: CPU of a whole process against `grep -c loss` (a mixed log), a bare
// loop of JSON.parse (JSON lines) and a parser of bytes into columns (CSV), in turns; and what is
// held beyond the columns. LOSSCOPE_BENCH_MIB sets the size of the logs (256).

import { resolve } from 'node:path';
import { cpuOf, generated, outputOf, peer, scratch } from './parts/inputs.js';
import { readColumns } from './parts/readColumns.js';
import { median, printRow } from './parts/row.js';

const MIB = Number(process.env.LOSSCOPE_BENCH_MIB ?? 256);
const TABLE_MIB = 64;
const ROUNDS = 3;
const MEMORY_BAR_MIB = 64;

const [, program = '', file] = process.argv;
if (file === undefined) compare();
else readColumns(file);

function compare(): void {
  const folder = scratch();
  for (const [name, kind, mib, noise, other, bar] of [
    ['70 % noise / grep -c', 'log', MIB, 0.7, ['grep', '-c', 'loss'], 6],
    ['97 % noise / grep -c', 'log', MIB, 0.97, ['grep', '-c', 'loss'], 3],
    ['JSON lines / JSON.parse', 'jsonl', TABLE_MIB, 0, peer('jsonParse'), 1.5],
    ['CSV / bytes to columns', 'csv', TABLE_MIB, 0, peer('csvBytes'), 1.5],
  ] as const) {
    const input = generated(folder, kind, mib, noise);
    if (!input) return;
    const ours = [process.execPath, resolve(program), input];
    const rounds = Array.from({ length: ROUNDS }, () => {
      const theirs = cpuOf([...other, input]);
      return { theirs, ratio: cpuOf(ours) / theirs };
    });
    const { heldMib, ...read } = JSON.parse(outputOf(ours));
    console.log(`${mib} MiB of ${kind}: ${JSON.stringify(read)}`);
    printRow(`ingest, ${name}`, median(rounds.map(({ ratio }) => ratio)), bar, 'x');
    printRow(`ingest, ${name}: held beyond the columns`, heldMib, MEMORY_BAR_MIB, 'MiB');
  }
}
