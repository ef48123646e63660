import * as vscode from 'vscode';
import { openWhenLive } from './autoOpen.js';
import { registerCommands } from './commands.js';
import { CurvePanels } from './curvePanels.js';
import { Documents } from './documents.js';
import { EngineClient } from './engineClient.js';
import { Explanations } from './explanations.js';
import { FindingsView } from './findingsView.js';
import { warnOfFormats } from './formatWarnings.js';
import { LogProblems } from './logProblems.js';
import { Mutes } from './mutes.js';
import { grantWish } from './pageWishes.js';
import { placesToSearch } from './places.js';
import { warnOfRules } from './ruleWarnings.js';
import { RunChoice } from './runChoice.js';
import { RunStatus } from './runStatus.js';
import { RunsView } from './runsView.js';
import { Settings } from './settings.js';
import { VerdictNotifier } from './verdictNotifier.js';

/** Builds the house in the order in which a byte walks through it. Nothing is built elsewhere. */
export function activate({ extensionUri, subscriptions, workspaceState }: vscode.ExtensionContext) {
  const log = vscode.window.createOutputChannel('Losscope', { log: true });
  const settings = new Settings();
  const mutes = new Mutes(workspaceState);
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'engine.js');
  const engine = new EngineClient(script, () => placesToSearch(settings), log);
  const choice = new RunChoice(engine);
  const documents = new Documents();
  const explanations = new Explanations(engine, documents, settings);
  const panels = new CurvePanels({
    engine,
    choice,
    mutes,
    log,
    extensionUri,
    wish: (message) => void grantWish(message, engine).catch((error) => log.error(error)),
  });

  subscriptions.push(
    log,
    settings,
    mutes,
    engine,
    choice,
    documents,
    explanations,
    panels,
    // Who looks at the runs.
    new RunsView(engine, mutes),
    new FindingsView(engine),
    new RunStatus(engine, choice, settings),
    new VerdictNotifier(engine, settings, mutes, workspaceState),
    new LogProblems(engine, settings, mutes),
    warnOfFormats(engine),
    warnOfRules(engine),
    openWhenLive(engine, panels, settings),
    ...registerCommands({
      extensionUri,
      log,
      engine,
      panels,
      choice,
      mutes,
      documents,
      explanations,
    }),
    ...searchAgain(engine, settings),
  );
  // The window is usable before the first file is looked at.
  const start = setImmediate(() => engine.start());
  subscriptions.push({ dispose: () => clearImmediate(start) });
}

/** Another folder or another exclusion is another search; other rules judge what is there. */
function searchAgain(engine: EngineClient, settings: Settings): readonly vscode.Disposable[] {
  return [
    vscode.workspace.onDidChangeWorkspaceFolders(() => engine.start()),
    // What the workspace sets, and where its links lead, counts from now on.
    vscode.workspace.onDidGrantWorkspaceTrust(() => engine.start()),
    settings.onDidChange((event) => {
      if (Settings.touchesSearch(event)) engine.start();
      else if (Settings.touchesRules(event)) engine.judgeAnew();
    }),
  ];
}
