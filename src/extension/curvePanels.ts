import { basename } from 'node:path';
import * as vscode from 'vscode';
import { CurvePanel, type PanelHouse } from './curvePanel.js';
import { Lifetime } from './lifecycle.js';

const TYPE = 'losscope.curves';
/** Key of the shared panel, in which the run can be switched. Other keys are files. */
const MAIN = '';

/** The pages: one shared panel ("Live Curves"), and one for each file whose curves were asked for. */
export class CurvePanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #life = new Lifetime();
  readonly #panels = new Map<string, CurvePanel>();
  #restored = 0;

  constructor(private readonly house: PanelHouse) {
    this.#life.own(vscode.window.registerWebviewPanelSerializer(TYPE, this));
  }

  /** Opens the shared panel, or brings it forward, on this run (or on the one it shows). */
  open(run: string | undefined): void {
    const panel = this.#reveal(MAIN, vscode.l10n.t('Live Curves'));
    if (run !== undefined) panel.show(run);
  }

  /** The panel of one file. */
  openFile(file: string, run: string | undefined): void {
    const panel = this.#reveal(file, vscode.l10n.t('Curves: {0}', basename(file)));
    if (run !== undefined) panel.show(run);
  }

  /** Tells the panel of a file which run it waits for. */
  showInFile(file: string, run: string): void {
    this.#panels.get(file)?.show(run);
  }

  /** The panel that the user sees, the shared one first. */
  get visible(): CurvePanel | undefined {
    const panels = [...this.#panels.values()];
    return panels.find(({ panel }) => panel.active) ?? panels.find(({ panel }) => panel.visible);
  }

  /** A page comes back after a reload of the window; it knows its own run by its state. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    const isMain = panel.title === vscode.l10n.t('Live Curves') && !this.#panels.has(MAIN);
    this.#restored += 1;
    this.#adopt(isMain ? MAIN : `restored ${this.#restored}`, panel);
  }

  dispose(): void {
    for (const { panel } of [...this.#panels.values()]) panel.dispose();
    this.#life.dispose();
  }

  #reveal(key: string, title: string): CurvePanel {
    const open = this.#panels.get(key);
    if (open) {
      open.panel.reveal(undefined, false);
      return open;
    }
    const column = vscode.window.activeTextEditor
      ? vscode.ViewColumn.Beside
      : vscode.ViewColumn.Active;
    return this.#adopt(key, vscode.window.createWebviewPanel(TYPE, title, column));
  }

  #adopt(key: string, panel: vscode.WebviewPanel): CurvePanel {
    const { extensionUri } = this.house;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    const curves = new CurvePanel(panel, this.house, key === MAIN);
    this.#panels.set(key, curves);
    panel.onDidDispose(() => {
      this.#panels.delete(key);
      curves.dispose();
    });
    return curves;
  }
}
