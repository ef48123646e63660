import * as vscode from 'vscode';

const KEY = 'losscope.muted';
/** Runs remembered as muted: more than anyone mutes, little enough to store. */
const KEPT = 500;

/** Runs that shall not interrupt: no toast and no Problems entry. Kept with the workspace. */
export class Mutes implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<{ run: string; muted: boolean }>();
  readonly #muted: Set<string>;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.#muted = new Set(memory.get<readonly string[]>(KEY, []));
  }

  has(run: string): boolean {
    return this.#muted.has(run);
  }

  set(run: string, muted: boolean): void {
    if (this.#muted.has(run) === muted) return;
    if (muted) this.#muted.add(run);
    else this.#muted.delete(run);
    void this.memory.update(KEY, [...this.#muted].slice(-KEPT));
    this.#changed.fire({ run, muted });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
