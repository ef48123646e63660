import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  createDiagnosis,
  type RulePair,
  type RuleSettings,
  type VerdictChange,
} from '../analysis/index.js';
import { type Command, UsageError } from './command.js';
import { type Arrival, arrivals, type RecordedRun, readRun } from './curves.js';
import { ruleSettings, rulesValue } from './rulesOption.js';

interface Said {
  readonly code: string;
  readonly severity: string;
  readonly firstRaisedAt: At;
  clearedAt?: At;
}

interface At {
  readonly series: number;
  readonly i: number;
  readonly x: number;
}

export const replay: Command = {
  name: 'replay',
  usage: 'replay CURVES.jsonl[.gz] [--set NAME=VALUE]... [--rules FILE]',
  does: 'Judges recorded curves point by point; one line of JSON a run.',
  async run(args, io) {
    const { file, rules } = readWish(args);
    for (const line of readText(file).split('\n')) {
      if (line.trim() !== '') io.out(`${JSON.stringify(replayRun(readRun(line), rules))}\n`);
    }
    return 0;
  },
};

function readWish(args: readonly string[]): { file: string; rules: RuleSettings } {
  const rest = [...args];
  const files: string[] = [];
  const pairs: RulePair[] = [];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const set = rulesValue(arg, () => rest.shift());
    if (set) pairs.push(...set);
    else files.push(arg);
  }
  const [file, ...more] = files;
  if (!file || file.startsWith('-') || more.length > 0)
    throw new UsageError(`usage: losscope ${replay.usage}`);
  return { file, rules: ruleSettings(pairs) };
}

/** What would have been said of this run, and when. A verdict knows only the points before it. */
export function replayRun(
  run: RecordedRun,
  rules?: RuleSettings,
): { id: string; verdicts: readonly Said[] } {
  const diagnosis = createDiagnosis(rules);
  for (const { info, xUnit } of run.curves) diagnosis.addSeries(info, xUnit);
  const verdicts: Said[] = [];
  let segment = 0;
  let last: At = { series: 0, i: 0, x: 0 };
  for (const arrival of arrivals(run)) {
    if (arrival.segment > segment) diagnosis.restart();
    segment = arrival.segment;
    last = placeOf(run, arrival);
    note(verdicts, pushed(diagnosis, run, arrival), last);
  }
  if (run.now !== undefined) note(verdicts, diagnosis.look(run.now), last);
  return { id: run.id, verdicts };
}

function pushed(
  diagnosis: ReturnType<typeof createDiagnosis>,
  { curves }: RecordedRun,
  { series, index }: Arrival,
): readonly VerdictChange[] {
  const curve = curves[series];
  const x = curve?.x[index];
  const y = curve?.y[index];
  if (x === undefined || y === undefined) return [];
  return diagnosis.push(series, { x, y, time: curve?.t?.[index] });
}

/** A clearing closes every open entry of its code: one was made for each severity reached. */
function note(verdicts: Said[], changes: readonly VerdictChange[], at: At): void {
  for (const { change, verdict } of changes) {
    const { code, severity } = verdict;
    if (change === 'raised') verdicts.push({ code, severity, firstRaisedAt: at });
    else for (const said of verdicts) if (said.code === code) said.clearedAt ??= at;
  }
}

function placeOf({ curves }: RecordedRun, { series, index }: Arrival): At {
  return { series, i: index, x: curves[series]?.x[index] ?? 0 };
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
}
