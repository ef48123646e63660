import { basename, dirname } from 'node:path';

/** Folders that a training makes inside its own for each state that it saves. */
const SAVED_STATE = /^(?:checkpoint|ckpt|global_?step|step|epoch|iter)[-_=]?\d+$/i;
/** A log may lie so many folders above the tables of its run. */
const LEVELS = 3;

/**
 * Who lies in the folder of a file, in one below it, or in one above it: the files of one training.
 * Folders side by side are two trainings.
 */
export class Neighbourhood<T> {
  readonly #inFolder = new Map<string, Set<T>>();
  readonly #beneath = new Map<string, Set<T>>();

  add(file: string, one: T): void {
    const [home = '', ...above] = homesOf(file);
    put(this.#inFolder, home, one);
    for (const folder of [home, ...above]) put(this.#beneath, folder, one);
  }

  delete(file: string, one: T): void {
    for (const folder of homesOf(file)) {
      this.#inFolder.get(folder)?.delete(one);
      this.#beneath.get(folder)?.delete(one);
    }
  }

  of(file: string): ReadonlySet<T> {
    const [home = '', ...above] = homesOf(file);
    const beneath = this.#beneath.get(home) ?? [];
    return new Set([
      ...beneath,
      ...above.flatMap((folder) => [...(this.#inFolder.get(folder) ?? [])]),
    ]);
  }
}

/** The folder of the run that a file belongs to, and those above it. */
function homesOf(file: string): readonly string[] {
  let home = dirname(file);
  while (SAVED_STATE.test(basename(home))) home = dirname(home);
  const homes = [home];
  for (let at = dirname(home); homes.length <= LEVELS && at !== homes.at(-1); at = dirname(at)) {
    homes.push(at);
  }
  return homes;
}

function put<T>(table: Map<string, Set<T>>, key: string, one: T): void {
  const set = table.get(key);
  if (set) set.add(one);
  else table.set(key, new Set([one]));
}
