import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime } from './lifecycle.js';
import { editorLine } from './logLines.js';
import type { Mutes } from './mutes.js';
import { lineOf, reaches } from './runWords.js';
import { say } from './say.js';
import type { Settings } from './settings.js';

/** A Problems entry on the line of the log for each grave verdict, as long as it holds. */
export class LogProblems implements vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #problems = vscode.languages.createDiagnosticCollection('losscope');
  /** What stands in Problems for a run, so that an unchanged run costs nothing. */
  readonly #shown = new Map<string, { file: string; key: string; entries: vscode.Diagnostic[] }>();

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
    const key = grave.map((verdict) => `${verdict.code}:${lineOf(verdict)}`).join(' ');
    if (key === (this.#shown.get(run.id)?.key ?? '')) return;
    // The key stands before the wait, so that a second change does not look the line up again.
    this.#shown.set(run.id, { file: run.file, key, entries: [] });
    const entries = await Promise.all(
      grave.map(async (verdict) => {
        const line = (await editorLine(run.file, lineOf(verdict) ?? 1)) - 1;
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
        return problem;
      }),
    );
    if (this.#shown.get(run.id)?.key === key) this.#put(run.id, { file: run.file, key, entries });
  }

  #put(
    run: string,
    shown: { file: string; key: string; entries: vscode.Diagnostic[] } | undefined,
  ): void {
    const file = shown?.file ?? this.#shown.get(run)?.file;
    if (shown) this.#shown.set(run, shown);
    else this.#shown.delete(run);
    if (file === undefined || this.#life.hasEnded) return;
    const ofFile = [...this.#shown.values()].filter((other) => other.file === file);
    this.#problems.set(
      vscode.Uri.file(file),
      ofFile.flatMap(({ entries }) => entries),
    );
  }
}
