import * as vscode from 'vscode';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import type { House } from './house.js';
import { withoutLinks } from './markdown.js';
import { say } from './say.js';

/** How long a file may take to show its first reading before we say why there is none. */
const PATIENCE_MS = 10_000;

/** Asks for a file and follows it, wherever it lies. */
export async function followFile(house: House): Promise<void> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      canSelectMany: false,
      openLabel: vscode.l10n.t('Follow'),
      title: vscode.l10n.t('Follow a Log File'),
    })) ?? [];
  if (uri) await openFileCurves(house, uri);
}

/** The curves of a file: the one named by a menu, else the one in the editor. */
export async function openFileCurves(house: House, named: unknown): Promise<void> {
  const uri = named instanceof vscode.Uri ? named : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return followFile(house);
  if (uri.scheme !== 'file') {
    const text = vscode.l10n.t('Losscope follows files on a disk; {0} is not on one.', String(uri));
    void vscode.window.showWarningMessage(withoutLinks(text));
    return;
  }
  await showFile(house, uri.fsPath);
}

/** The log of a small real training that ships with the extension. */
export async function openSample(house: House): Promise<void> {
  const sample = vscode.Uri.joinPath(house.extensionUri, 'media', 'sample', 'train.log');
  await showFile(house, sample.fsPath);
}

async function showFile({ engine, panels }: House, file: string): Promise<void> {
  engine.follow(file);
  panels.openFile(file, engine.runOfFile(file)?.id);
  const run = await firstRun(engine, file);
  if (run) panels.showInFile(file, run.id);
  else void offerExplanation(engine, file);
}

/** Says why a file has no curves; what stands in it may say more. */
async function offerExplanation(engine: EngineClient, file: string): Promise<void> {
  const explain = vscode.l10n.t('Explain This Log');
  const choice = await vscode.window.showInformationMessage(
    withoutLinks(whyNone(engine, file)),
    explain,
  );
  if (choice === explain)
    await vscode.commands.executeCommand('losscope.explainLog', vscode.Uri.file(file));
}

/** Waits for the first run of a file, for as long as the file is still being read. */
function firstRun(engine: EngineClient, file: string): Promise<RunSummary | undefined> {
  return new Promise((resolve) => {
    const end = (run: RunSummary | undefined) => {
      clearTimeout(timer);
      runs.dispose();
      sources.dispose();
      resolve(run);
    };
    const look = () => {
      const run = engine.runOfFile(file);
      if (run) end(run);
    };
    const timer = setTimeout(() => end(engine.runOfFile(file)), PATIENCE_MS);
    const runs = engine.onDidChangeRuns(look);
    const sources = engine.onDidChangeSource(({ file: changed, state }) => {
      if (changed === file && state !== 'reading' && state !== 'followed') end(undefined);
    });
    look();
  });
}

function whyNone(engine: EngineClient, file: string): string {
  const message = engine.source(file)?.message;
  if (message) return say(message);
  return vscode.l10n.t(
    '{0} holds no training readings yet. It is followed, and its curves appear with the first one.',
    file,
  );
}
