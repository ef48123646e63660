import * as vscode from 'vscode';

const SCHEME = 'losscope';

/** Read-only documents of ours: the diagnosis and the description of a run. Nothing to save. */
export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  /** Shows `text` under `name` (its ending decides the language); opening it again refreshes it. */
  async show(name: string, text: string): Promise<void> {
    const path = `/${name.replace(/[\\/:*?"<>|]+/g, ' ')}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    this.#texts.set(path, text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
