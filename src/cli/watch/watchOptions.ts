import type { RulePair } from '../../analysis/index.js';
import { UsageError } from '../command.js';
import { patternValue } from '../patternOption.js';
import { ruleSettings, rulesValue } from '../rulesOption.js';

export interface WatchOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
  /** Folder in which is kept what was printed. */
  readonly state: string | undefined;
  /** Run `exec` for each verdict of this severity or above. */
  readonly on: 'warning' | 'error';
  readonly exec: string | undefined;
  /** Patterns of the user, as text. */
  readonly patterns: readonly string[];
  /** How the rules are set. */
  readonly rules: readonly RulePair[];
}

export function watchOptions(args: readonly string[]): WatchOptions {
  const options = {
    paths: [] as string[],
    patterns: [] as string[],
    rules: [] as RulePair[],
    json: false,
    on: 'warning' as WatchOptions['on'],
  };
  const named: { state?: string; exec?: string } = {};
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const pattern = patternValue(arg, () => rest.shift());
    const set = rulesValue(arg, () => rest.shift());
    if (set) options.rules.push(...set);
    else if (pattern !== undefined) options.patterns.push(pattern);
    else if (arg === '--json') options.json = true;
    else if (arg === '--state') named.state = optionValue(arg, rest.shift());
    else if (arg === '--exec') named.exec = optionValue(arg, rest.shift());
    else if (arg === '--on') options.on = severityOf(optionValue(arg, rest.shift()));
    else if (arg === '--') options.paths.push(...rest.splice(0));
    else if (arg.startsWith('-')) throw new UsageError(`watch knows no ${arg}`);
    else options.paths.push(arg);
  }
  // Says what is wrong before anything is followed.
  ruleSettings(options.rules);
  return { ...options, state: named.state, exec: named.exec };
}

function optionValue(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`${option} needs a value`);
  return value;
}

function severityOf(value: string): WatchOptions['on'] {
  if (value === 'warning' || value === 'error') return value;
  throw new UsageError(`--on takes warning or error, not "${value}"`);
}
