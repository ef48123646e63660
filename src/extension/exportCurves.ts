import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import { csvOf } from './csv.js';
import type { EngineClient } from './engineClient.js';
import type { House } from './house.js';
import { withoutLinks } from './markdown.js';

export type ExportKind = 'png' | 'svg' | 'csv';

/** Writes all readings of a run to a CSV file that the user names. */
export async function exportCsv(run: RunSummary, engine: EngineClient): Promise<void> {
  const columns = await engine.columns(run.id);
  if (!columns) {
    const text = vscode.l10n.t('{0} is gone: there is nothing to export.', run.name);
    void vscode.window.showWarningMessage(withoutLinks(text));
    return;
  }
  await save(run, 'csv', Buffer.from(csvOf(columns.run.series, columns.series), 'utf8'));
}

/** Writes a picture that the page drew: a data URL (PNG) or the text of an SVG. */
export async function exportPicture(
  run: RunSummary,
  kind: 'png' | 'svg',
  data: string,
): Promise<void> {
  const inUrl = /^data:image\/[a-z+]+;base64,(.*)$/s.exec(data)?.[1];
  const bytes = inUrl === undefined ? Buffer.from(data, 'utf8') : Buffer.from(inUrl, 'base64');
  await save(run, kind, bytes);
}

async function save(run: RunSummary, kind: ExportKind, bytes: Uint8Array): Promise<void> {
  const name = basename(run.file).replace(/\.[^.]*$/, '');
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.file(join(dirname(run.file), `${name}-curves.${kind}`)),
    filters: { [kind.toUpperCase()]: [kind] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, bytes);
}

/** Asks for the kind. Pictures are drawn by the page, so one has to be open for them. */
export async function chooseExport(run: RunSummary, { engine, panels }: House): Promise<void> {
  const page = panels.visible;
  const kinds: readonly ExportKind[] = page ? ['png', 'svg', 'csv'] : ['csv'];
  const picked = await vscode.window.showQuickPick(
    kinds.map((as) => ({ label: as.toUpperCase(), description: whatIs(as), as })),
    { placeHolder: vscode.l10n.t('Export the curves of {0} as', run.name) },
  );
  if (picked?.as === 'csv') await exportCsv(run, engine);
  else if (picked) page?.askPicture(picked.as);
}

function whatIs(kind: ExportKind): string {
  return kind === 'csv'
    ? vscode.l10n.t('every reading, in full precision')
    : vscode.l10n.t('the charts as they are drawn now');
}
