import * as vscode from 'vscode';

const SCHEME = 'losscope';
/** The editor's own Markdown preview: it runs no script of the text. */
const PREVIEWER = 'vscode.markdown-language-features';

/** Read-only documents of ours: the diagnosis and the description of a run. Nothing to save. */
export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  // After the event: registering asks for it.
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  /** Shows plain text; opening it again refreshes it. */
  async showText(name: string, text: string): Promise<vscode.Uri> {
    const uri = this.#put(`${name}.txt`, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
    return uri;
  }

  /** Another text for a document that is shown already; it stays where it is. */
  renew(uri: vscode.Uri, text: string): void {
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
  }

  /** Shows Markdown as it is meant to be read; as text where the editor's own preview is switched off. */
  async showMarkdown(name: string, text: string): Promise<void> {
    const uri = this.#put(`${name}.md`, text);
    const document = await vscode.workspace.openTextDocument(uri);
    // Asked of the extension, not of the commands: it registers its own only when first called.
    const hasPreview = vscode.extensions.getExtension(PREVIEWER) !== undefined;
    if (hasPreview) await vscode.commands.executeCommand('markdown.showPreview', uri);
    else await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #put(name: string, text: string): vscode.Uri {
    const path = `/${name.replace(/[\\/:*?"<>|]+/g, ' ')}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    this.#texts.set(path, text);
    this.#changed.fire(uri);
    return uri;
  }
}
