import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMATS } from '../../../src/analysis/formats/index.js';

export interface Log {
  /** The name under which it is read. */
  readonly name: string;
  readonly bytes: Buffer;
}

const SHARED = resolve('../shared/logs');

/** What every format says of itself, as files. */
export function sampleLogs(): readonly Log[] {
  return FORMATS.flatMap(({ id, document, columns, records, samples }) => {
    const name = document
      ? id === 'hf-trainer-state'
        ? 'trainer_state.json'
        : 'log'
      : columns
        ? 'results.csv'
        : records
          ? 'metrics.jsonl'
          : 'train.log';
    return samples.map(({ lines }) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) }));
  });
}

/** Real logs that lie beside the repository, in memory only; none (and said so) where they do not. */
export function realLogs(longest: number): readonly Log[] {
  const manifest = resolve(SHARED, 'MANIFEST.jsonl');
  if (!existsSync(manifest)) {
    console.log(`skipped: ${manifest} is not there`);
    return [];
  }
  return readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly path: string }).path)
    .map((path) => ({ name: path, bytes: readFileSync(resolve(SHARED, path)) }))
    .map(({ name, bytes }) => ({ name, bytes: bytes.subarray(0, longest) }));
}
