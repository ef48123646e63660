import type { UserFormat } from '../analysis/index.js';

/** One row of the setting `losscope.formats`: a pattern, alone or with the files it is for. */
export function formatOf(row: unknown): readonly UserFormat[] {
  if (typeof row === 'string') return [{ pattern: row }];
  if (typeof row !== 'object' || row === null || !('pattern' in row)) return [];
  const { pattern } = row;
  if (typeof pattern !== 'string') return [];
  const files = 'files' in row && typeof row.files === 'string' ? row.files : undefined;
  return [{ pattern, files }];
}

/** The setting with one pattern more; the same where it stands there already. */
export function withFormat(rows: unknown, added: UserFormat): readonly unknown[] {
  const known: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const isThere = known
    .flatMap(formatOf)
    .some(({ pattern, files }) => pattern === added.pattern && files === added.files);
  if (isThere) return known;
  return [...known, added.files === undefined ? added.pattern : { ...added }];
}
