import { basename, relative, sep } from 'node:path';

/** A file as people call it: its path inside the folder that holds it, or its bare name. */
export function nameIn(roots: readonly string[], file: string): string {
  const inside = roots
    .filter((root) => file.startsWith(root.endsWith(sep) ? root : root + sep))
    .map((root) => relative(root, file));
  const [shortest] = inside.sort((a, b) => a.length - b.length);
  return shortest ?? basename(file);
}
