import {
  printableLines,
  type RulePair,
  type RuleSettings,
  type Severity,
} from '../analysis/index.js';
import { eightBitOf } from '../engine/sources/eightBit.js';
import type { HowToRead } from '../engine/sources/sourceReader.js';
import { type Command, type Io, UsageError } from './command.js';
import { encodingValue } from './encodingOption.js';
import { plainEnding } from './endingText.js';
import { jsonLine } from './jsonLine.js';
import { type JudgedRun, judgeFile } from './judgeFile.js';
import { compiledPatterns, patternValue } from './patternOption.js';
import { plainPair, plainVerdict, reportOf } from './report.js';
import { ruleSettings, rulesValue } from './rulesOption.js';
import { spikesBlock } from './spikesText.js';

const SEVERITIES: readonly Severity[] = ['info', 'hint', 'warning', 'error'];

interface Wish {
  readonly files: readonly string[];
  readonly isJson: boolean;
  readonly failOn: Severity | undefined;
  /** Patterns of the user, as text. */
  readonly patterns: readonly string[];
  /** Expected where bytes are no UTF-8. */
  readonly encoding: string | undefined;
  /** How the rules are set, as written. */
  readonly rules: readonly RulePair[];
}

export const diagnose: Command = {
  name: 'diagnose',
  usage:
    'diagnose FILE... [--json] [--fail-on hint|warning|error] [--pattern P]... [--encoding E] [--set NAME=VALUE]... [--rules FILE]',
  does: 'Says what the curves of training logs mean and how the runs ended; exit 3 when a verdict or a crash is as grave as --fail-on.',
  async run(args, io) {
    const { files, isJson, failOn, patterns: texts, encoding, rules: pairs } = readWish(args);
    const rules = ruleSettings(pairs);
    const how = { patterns: await compiledPatterns(texts), expected: eightBitOf(encoding) };
    let exit = 0;
    for (const file of files) {
      const runs = tryJudging(file, how, rules, io);
      if (!runs) {
        exit = 2;
        continue;
      }
      io.out(isJson ? jsonOf(file, runs) : printableLines(textOf(file, runs)));
      const isGrave = runs.some((run) => saidOf(run).some((one) => reaches(one, failOn)));
      if (isGrave && exit === 0) exit = 3;
    }
    return exit;
  },
};

function readWish(args: readonly string[]): Wish {
  const files: string[] = [];
  const patterns: string[] = [];
  const rules: RulePair[] = [];
  let encoding: string | undefined;
  let isJson = false;
  let failOn: Severity | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const next = () => args[++i];
    const pattern = patternValue(arg, next);
    const named = encodingValue(arg, next);
    encoding = named ?? encoding;
    if (named !== undefined) continue;
    const set = rulesValue(arg, next);
    if (set) rules.push(...set);
    else if (pattern !== undefined) patterns.push(pattern);
    else if (arg === '--json') isJson = true;
    else if (arg === '--fail-on') failOn = readSeverity(args[++i]);
    else if (arg.startsWith('--fail-on=')) failOn = readSeverity(arg.slice('--fail-on='.length));
    else if (arg.startsWith('-'))
      throw new UsageError(`there is no option "${arg}". Usage: losscope ${diagnose.usage}`);
    else files.push(arg);
  }
  if (files.length === 0) throw new UsageError(`name a file. Usage: losscope ${diagnose.usage}`);
  return { files, isJson, failOn, patterns, encoding, rules };
}

function readSeverity(text: string | undefined): Severity {
  const severity = SEVERITIES.find((known) => known === text && known !== 'info');
  if (!severity) throw new UsageError('--fail-on takes hint, warning or error');
  return severity;
}

/** undefined, and a line on stderr, where the file cannot be read: the others still are. */
function tryJudging(
  file: string,
  how: HowToRead,
  rules: RuleSettings,
  io: Io,
): readonly JudgedRun[] | undefined {
  try {
    return judgeFile(file, how, rules);
  } catch (error) {
    io.err(
      `losscope diagnose: cannot read ${file}: ${error instanceof Error ? error.message : error}\n`,
    );
    return undefined;
  }
}

function textOf(file: string, runs: readonly JudgedRun[]): string {
  if (runs.length === 0) return `${file}\n  no readings found\n\n`;
  return runs
    .map(({ name, verdicts, pair, ending, spikes }) => {
      const report = reportOf(name, verdicts, pair, ending);
      return `${report}${spikesBlock(spikes, verdicts)}\n`;
    })
    .join('');
}

function jsonOf(file: string, runs: readonly JudgedRun[]): string {
  const plain = runs.map(({ name, series, verdicts, pair, ending, spikes }) => ({
    name,
    series,
    ending: plainEnding(ending),
    verdicts: verdicts.map(plainVerdict),
    pair: pair && plainPair(pair),
    spikes,
  }));
  return jsonLine({ file, runs: plain });
}

/** A crash is no verdict on the curves, but whoever waits for an exit code wants to hear of it. */
function saidOf({ verdicts, ending }: JudgedRun): readonly { readonly severity: Severity }[] {
  return ending ? [...verdicts, ending] : verdicts;
}

function reaches(
  { severity }: { readonly severity: Severity },
  failOn: Severity | undefined,
): boolean {
  return failOn !== undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn);
}
