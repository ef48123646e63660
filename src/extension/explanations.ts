import { basename } from 'node:path';
import * as vscode from 'vscode';
import { type ExplanationText, explanationText } from '../analysis/index.js';
import type { Documents } from './documents.js';
import type { EngineClient } from './engineClient.js';
import type { PatternWish } from './makePattern.js';
import { say } from './say.js';

/** Lines of a log that a pattern is tried on while it is edited. */
const MOST_TRIED = 300;

interface Shown {
  readonly file: string;
  readonly shapes: ExplanationText['shapes'];
}

/**
 * The explanations of logs as read-only plain text: nothing of a log is a link or an image there.
 * Above each form of line that was left stands a way to make a pattern of it.
 */
export class Explanations implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #shown = new Map<string, Shown>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registration = vscode.languages.registerCodeLensProvider({ scheme: 'losscope' }, this);
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(
    private readonly engine: EngineClient,
    private readonly documents: Documents,
  ) {}

  /** Explains a file; opening it again refreshes it. */
  async show(file: string): Promise<void> {
    const explained = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the log…') },
      () => this.engine.explain(file),
    );
    if (!explained) return;
    if ('trouble' in explained) {
      const text = vscode.l10n.t('The log cannot be read: {0}', explained.trouble);
      void vscode.window.showErrorMessage(text);
      return;
    }
    const { explanation, isCut } = explained;
    const { text, shapes } = explanationText(file, explanation, say, isCut);
    const name = vscode.l10n.t('Explanation of {0}', basename(file));
    const uri = await this.documents.showText(name, text);
    this.#shown.set(uri.path, { file, shapes });
    this.#changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const shown = this.#shown.get(uri.path);
    return (shown?.shapes ?? []).map(({ line }) => {
      const command = {
        title: vscode.l10n.t('Make a Pattern…'),
        command: 'losscope.makePattern',
        arguments: [shown && wishAt(shown, line)],
      };
      return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
    });
  }

  /** What stands at a line of one of these documents; undefined where nothing can be made of it. */
  wishAt(uri: vscode.Uri, line: number): PatternWish | undefined {
    const shown = uri.scheme === 'losscope' ? this.#shown.get(uri.path) : undefined;
    return shown && wishAt(shown, line);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** The form that is shown at or above a line. */
function wishAt({ file, shapes }: Shown, line: number): PatternWish | undefined {
  const at = [...shapes].reverse().find((shape) => shape.line <= line);
  if (!at) return undefined;
  const { example, pattern } = at.left;
  const others = shapes.slice(0, MOST_TRIED).map(({ left }) => ({
    text: left.example,
    count: left.lines,
  }));
  return { file, line: example, pattern, others };
}
