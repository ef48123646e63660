import type * as vscode from 'vscode';
import type { CurvePanels } from './curvePanels.js';
import type { Documents } from './documents.js';
import type { EngineClient } from './engineClient.js';
import type { Explanations } from './explanations.js';
import type { Mutes } from './mutes.js';
import type { RunChoice } from './runChoice.js';

/** The parts that commands act on. Built once, in extension.ts. */
export interface House {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly engine: EngineClient;
  readonly panels: CurvePanels;
  readonly choice: RunChoice;
  readonly mutes: Mutes;
  readonly documents: Documents;
  readonly explanations: Explanations;
}
