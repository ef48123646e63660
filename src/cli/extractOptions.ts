import { UsageError } from './command.js';
import { encodingValue } from './encodingOption.js';
import { patternValue } from './patternOption.js';

export const EXTRACT_USAGE =
  'extract FILE... [--format json|jsonl|csv] [--pattern P]... [--encoding E] [--no-formats] [--explain [--json]]';

const FORMS = ['json', 'jsonl', 'csv'] as const;
export type Form = (typeof FORMS)[number];

export interface ExtractOptions {
  readonly files: readonly string[];
  readonly form: Form;
  readonly usesFormats: boolean;
  /** Instead of the curves: which lines were read by what, which not and why. */
  readonly explain: 'text' | 'json' | undefined;
  /** Patterns of the user, as text. */
  readonly patterns: readonly string[];
  /** Expected where bytes are no UTF-8. */
  readonly encoding: string | undefined;
}

export function extractOptions(args: readonly string[]): ExtractOptions {
  const files: string[] = [];
  const patterns: string[] = [];
  let encoding: string | undefined;
  let usesFormats = true;
  let isExplained = false;
  let isJson = false;
  let form: Form = 'json';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const next = () => args[++i];
    const pattern = patternValue(arg, next);
    const named = encodingValue(arg, next);
    encoding = named ?? encoding;
    if (named !== undefined) continue;
    if (pattern !== undefined) patterns.push(pattern);
    else if (arg === '--format') form = readForm(args[++i]);
    else if (arg.startsWith('--format=')) form = readForm(arg.slice('--format='.length));
    else if (arg === '--explain') isExplained = true;
    else if (arg === '--json') isJson = true;
    else if (arg === '--no-formats') usesFormats = false;
    else if (arg.startsWith('-') && arg !== '-') throw new UsageError(`unknown option ${arg}`);
    else files.push(arg);
  }
  if (files.length === 0) throw new UsageError(`name at least one file: losscope ${EXTRACT_USAGE}`);
  if (isJson && !isExplained)
    throw new UsageError('--json belongs to --explain; curves have --format');
  const explain = isExplained ? (isJson ? 'json' : 'text') : undefined;
  return { files, form, usesFormats, patterns, encoding, explain };
}

function readForm(text: string | undefined): Form {
  const form = FORMS.find((one) => one === text);
  if (!form) throw new UsageError(`--format is json, jsonl or csv, not ${text ?? 'nothing'}`);
  return form;
}
