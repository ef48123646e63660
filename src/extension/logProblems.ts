import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime } from './lifecycle.js';
import { editorLine } from './logLines.js';
import type { Mutes } from './mutes.js';
import { fileOf, lineOf, reaches, seriesOf } from './runWords.js';
import { say } from './say.js';
import type { Settings } from './settings.js';

interface Shown {
  readonly key: string;
  readonly entries: readonly { readonly file: string; readonly problem: vscode.Diagnostic }[];
}

/** A Problems entry on the line of the log for each grave verdict, as long as it holds. */
export class LogProblems implements vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #problems = vscode.languages.createDiagnosticCollection('losscope');
  /** What stands in Problems for a run, so that an unchanged run costs nothing. */
  readonly #shown = new Map<string, Shown>();

  constructor(
    private readonly engine: EngineClient,
    private readonly settings: Settings,
    private readonly mutes: Mutes,
  ) {
    this.#life.own(
      this.#problems,
      engine.onDidChangeRuns((runs) => {
        for (const run of runs) void this.#look(run);
      }),
      engine.onDidLoseRun(({ run }) => this.#put(run, undefined)),
      mutes.onDidChange(({ run }) => this.#lookAgain(run)),
      settings.onDidChange((event) => {
        if (event.affectsConfiguration('losscope.problems')) {
          for (const { id } of engine.runs) this.#lookAgain(id);
        }
      }),
    );
  }

  dispose(): void {
    this.#life.dispose();
  }

  #lookAgain(id: string): void {
    const run = this.engine.run(id);
    if (run) void this.#look(run);
  }

  async #look(run: RunSummary): Promise<void> {
    const level = this.settings.level('losscope.problems.level');
    const isQuiet = this.mutes.has(run.id) || run.state === 'gone';
    const grave = isQuiet ? [] : run.verdicts.filter(({ severity }) => reaches(severity, level));
    const key = grave
      .map((verdict) => `${verdict.code}:${seriesOf(verdict)}:${lineOf(verdict)}`)
      .join(' ');
    if (key === (this.#shown.get(run.id)?.key ?? '')) return;
    // The key stands before the wait, so that a second change does not look the line up again.
    this.#shown.set(run.id, { key, entries: this.#shown.get(run.id)?.entries ?? [] });
    const entries = await Promise.all(
      grave.map(async (verdict) => {
        const file = fileOf(run, seriesOf(verdict));
        const line = (await editorLine(file, lineOf(verdict) ?? 1)) - 1;
        const text = `${say(verdict.title)} ${say(verdict.because)}`;
        const problem = new vscode.Diagnostic(
          new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER),
          text,
          verdict.severity === 'error'
            ? vscode.DiagnosticSeverity.Error
            : vscode.DiagnosticSeverity.Warning,
        );
        problem.source = 'Losscope';
        problem.code = verdict.code;
        return { file, problem };
      }),
    );
    if (this.#shown.get(run.id)?.key === key) this.#put(run.id, { key, entries });
  }

  #put(run: string, shown: Shown | undefined): void {
    const before = this.#shown.get(run);
    if (shown) this.#shown.set(run, shown);
    else this.#shown.delete(run);
    if (this.#life.hasEnded) return;
    const touched = [...(before?.entries ?? []), ...(shown?.entries ?? [])];
    const all = [...this.#shown.values()].flatMap(({ entries }) => entries);
    for (const file of new Set(touched.map((entry) => entry.file))) {
      const ofFile = all.filter((entry) => entry.file === file);
      this.#problems.set(
        vscode.Uri.file(file),
        ofFile.map(({ problem }) => problem),
      );
    }
  }
}
