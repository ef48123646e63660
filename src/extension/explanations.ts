import { basename } from 'node:path';
import * as vscode from 'vscode';
import { type ExplanationText, explanationText } from '../analysis/index.js';
import type { Documents } from './documents.js';
import type { EngineClient } from './engineClient.js';
import { withoutLinks } from './markdown.js';
import type { PatternWish } from './patternWish.js';
import { say } from './say.js';
import type { Settings } from './settings.js';

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
  readonly #listening: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;
  // After the event: registering asks for it.
  readonly #registration = vscode.languages.registerCodeLensProvider({ scheme: 'losscope' }, this);

  constructor(
    private readonly engine: EngineClient,
    private readonly documents: Documents,
    settings: Settings,
  ) {
    this.#listening = settings.onDidChange((event) => {
      if (event.affectsConfiguration('losscope.formats')) void this.#renew();
    });
  }

  /** Explains a file; opening it again refreshes it. */
  async show(file: string): Promise<void> {
    const explained = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the log…') },
      () => this.#explain(file),
    );
    if (typeof explained !== 'string') {
      const name = vscode.l10n.t('Explanation of {0}', basename(file));
      const uri = await this.documents.showText(name, explained.text);
      this.#keep(uri, file, explained);
      return;
    }
    const text = vscode.l10n.t('The log cannot be read: {0}', explained);
    void vscode.window.showErrorMessage(withoutLinks(text));
  }

  /** The explanation, or why there is none. */
  async #explain(file: string): Promise<ExplanationText | string> {
    const explained = await this.engine.explain(file);
    if (!explained) return vscode.l10n.t('Losscope has stopped reading logs.');
    if ('trouble' in explained) return explained.trouble;
    return explanationText(file, explained.explanation, say, explained.isCut);
  }

  /** Other patterns read other lines: what is open says so. */
  async #renew(): Promise<void> {
    for (const { uri } of vscode.workspace.textDocuments) {
      const shown = uri.scheme === 'losscope' ? this.#shown.get(uri.path) : undefined;
      const explained = shown && (await this.#explain(shown.file));
      if (!shown || !explained || typeof explained === 'string') continue;
      this.documents.renew(uri, explained.text);
      this.#keep(uri, shown.file, explained);
    }
  }

  #keep(uri: vscode.Uri, file: string, { shapes }: ExplanationText): void {
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
    this.#listening.dispose();
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
