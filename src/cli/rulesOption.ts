import { readFileSync } from 'node:fs';
import {
  type RulePair,
  type RuleSettings,
  readRuleSettings,
  sayPhrase,
} from '../analysis/index.js';
import { UsageError } from './command.js';

/** The names of a settings.json of the editor begin with this. */
const PREFIX = 'losscope.rules.';

/** What `--set name=value` or `--rules FILE` say; undefined where the argument is another one. */
export function rulesValue(
  arg: string,
  next: () => string | undefined,
): readonly RulePair[] | undefined {
  const [, option, inline] = /^(--set|--rules)(?:=(.*))?$/s.exec(arg) ?? [];
  if (option === undefined) return undefined;
  const value = inline ?? next();
  if (option === '--set') return [pairOf(value)];
  if (!value)
    throw new UsageError('--rules needs a file of JSON, such as {"spike.severity": "off"}');
  return pairsOf(value);
}

/** The rules as these pairs set them; the first that cannot be used ends the call. */
export function ruleSettings(pairs: readonly RulePair[]): RuleSettings {
  const { settings, wrong } = readRuleSettings(pairs);
  const [first] = wrong;
  if (first) throw new UsageError(sayPhrase(first));
  return settings;
}

function pairOf(text: string | undefined): RulePair {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(text ?? '') ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError('--set needs a name and a value, such as overfitting.risePercent=5');
  const number = Number(value);
  return [plain(name), Number.isNaN(number) ? value : number];
}

function pairsOf(file: string): readonly RulePair[] {
  const table = readTable(file);
  const pairs = Object.entries(table);
  // A settings.json says much else, which is not ours.
  const ours = pairs.filter(([name]) => name.startsWith(PREFIX));
  return (ours.length > 0 ? ours : pairs).map(([name, value]) => [plain(name), value]);
}

function readTable(file: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw new UsageError(
      `--rules: cannot read ${file}: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw new UsageError(`--rules: ${file} holds no object of names and values`);
}

function plain(name: string): string {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}
