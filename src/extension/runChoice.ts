import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { newestFirst } from './runWords.js';

/**
 * The run that commands and the status bar mean when none is named: the one that the user looked at
 * last, else the newest.
 */
export class RunChoice implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #chosen: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly engine: EngineClient) {}

  get run(): RunSummary | undefined {
    const chosen = this.#chosen === undefined ? undefined : this.engine.run(this.#chosen);
    return chosen ?? newestFirst(this.engine.runs)[0];
  }

  choose(run: string): void {
    if (this.#chosen === run) return;
    this.#chosen = run;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
