import type * as vscode from 'vscode';
import type { CurvePanels } from './curvePanels.js';
import type { EngineClient } from './engineClient.js';
import type { Settings } from './settings.js';

/** Where the user asked for it: the first run that grows opens the curves, once a session. */
export function openWhenLive(
  engine: EngineClient,
  panels: CurvePanels,
  settings: Settings,
): vscode.Disposable {
  let hasOpened = false;
  return engine.onDidChangeRuns((runs) => {
    if (hasOpened || !settings.flag('losscope.curves.autoOpen')) return;
    const live = runs.find(({ state }) => state === 'live');
    if (!live) return;
    hasOpened = true;
    panels.open(live.id);
  });
}
