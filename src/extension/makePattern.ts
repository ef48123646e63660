import { basename } from 'node:path';
import * as vscode from 'vscode';
import { suggestPattern, type UserFormat } from '../analysis/index.js';
import type { EngineClient } from './engineClient.js';
import { withFormat } from './formatRows.js';
import type { House } from './house.js';
import { withoutLinks } from './markdown.js';
import type { PatternWish } from './patternWish.js';
import { say } from './say.js';
import { countMatches, takenText } from './trialWords.js';

/** Lines of an open log that a pattern is tried on, from the one at the cursor on. */
const MOST_LINES = 300;

/** Makes a pattern of a line, lets it be edited while it shows what it takes, and keeps it. */
export async function makePattern(house: House, named: unknown): Promise<void> {
  const wish = isWish(named) ? named : wishOfEditor(house);
  if (!wish) {
    const text = vscode.l10n.t('Put the cursor on a line of a log, or explain the log first.');
    void vscode.window.showInformationMessage(text);
    return;
  }
  const pattern = await askForPattern(house.engine, wish);
  if (!pattern) return;
  const where = await askWhere(wish.file, pattern);
  if (!where) return;
  await keep(where);
  await house.explanations.show(wish.file);
}

function isWish(named: unknown): named is PatternWish {
  return typeof named === 'object' && named !== null && 'others' in named && 'line' in named;
}

/** The line at the cursor: of an explanation, or of a log itself. */
function wishOfEditor({ explanations }: House): PatternWish | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const { line } = selection.active;
  const explained = explanations.wishAt(document.uri, line);
  if (explained || document.uri.scheme !== 'file') return explained;
  const last = Math.min(document.lineCount, line + MOST_LINES);
  const others = Array.from({ length: last - line }, (_, i) => ({
    text: document.lineAt(line + i).text,
    count: 1,
  }));
  return { file: document.uri.fsPath, line: document.lineAt(line).text, others };
}

/** An input box that says from the first moment what the pattern in it takes. */
function askForPattern(engine: EngineClient, wish: PatternWish): Promise<string | undefined> {
  const { line } = wish;
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('A Pattern for Lines like This One');
  // The editor reads links in what an input box says, as it does in a toast.
  box.prompt = withoutLinks(line.length > 200 ? `${line.slice(0, 199)}…` : line);
  box.placeholder = '\\step \\loss \\val_loss';
  box.value = wish.pattern ?? suggestPattern(line) ?? '';
  box.ignoreFocusOut = true;
  return new Promise((resolve) => {
    let turn = 0;
    const check = async (): Promise<boolean> => {
      const mine = ++turn;
      const said = await judged(engine, wish, box.value);
      if (mine === turn) box.validationMessage = said;
      return said?.severity !== vscode.InputBoxValidationSeverity.Error;
    };
    box.onDidChangeValue(check);
    box.onDidAccept(async () => {
      if (!(await check())) return;
      resolve(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
    void check();
  });
}

/** What a pattern takes of the line and of how many others, or what is wrong with it. */
async function judged(
  engine: EngineClient,
  { line, others }: PatternWish,
  pattern: string,
): Promise<vscode.InputBoxValidationMessage | undefined> {
  const trial = await engine.tryPattern(pattern, [line, ...others.map(({ text }) => text)]);
  if (!trial) return undefined;
  const { Error: Wrong, Warning, Info } = vscode.InputBoxValidationSeverity;
  if ('fault' in trial) return { message: withoutLinks(say(trial.fault)), severity: Wrong };
  const [own = [], ...rest] = trial.taken;
  const { matched, all } = countMatches(others, rest);
  const message =
    own.length > 0
      ? withoutLinks(
          vscode.l10n.t('Takes {0}. Matches {1} of {2} lines.', takenText(own), matched, all),
        )
      : vscode.l10n.t('Does not match the line. Matches {0} of {1} lines.', matched, all);
  return { message, severity: own.length > 0 ? Info : Warning };
}

interface Where {
  readonly target: vscode.ConfigurationTarget;
  readonly format: UserFormat;
}

/** For this file or for every log, here or everywhere. */
async function askWhere(file: string, pattern: string): Promise<Where | undefined> {
  const { Workspace, Global } = vscode.ConfigurationTarget;
  // The settings of a workspace that is not trusted are not used, and its list hides the user's own.
  const hasWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const isHere = hasWorkspace && vscode.workspace.isTrusted;
  const isHidden = isHere && rowsOf(Workspace) !== undefined;
  const here = vscode.l10n.t('In this workspace');
  const everywhere = vscode.l10n.t('In all my workspaces');
  const name = basename(file);
  const choices = [
    ...(isHere ? [{ label: here, target: Workspace, files: undefined }] : []),
    ...(isHere ? [{ label: here, target: Workspace, files: name, description: name }] : []),
    ...(isHidden ? [] : [{ label: everywhere, target: Global, files: undefined }]),
  ];
  const title = vscode.l10n.t('Where Shall This Pattern Apply?');
  const choice = await vscode.window.showQuickPick(choices, { title, ignoreFocusOut: true });
  return choice && { target: choice.target, format: { pattern, files: choice.files } };
}

async function keep({ target, format }: Where): Promise<void> {
  const { Global } = vscode.ConfigurationTarget;
  const rows = rowsOf(target) ?? rowsOf(Global);
  const settings = vscode.workspace.getConfiguration();
  await settings.update('losscope.formats', withFormat(rows, format), target);
}

function rowsOf(target: vscode.ConfigurationTarget): unknown {
  const found = vscode.workspace.getConfiguration().inspect('losscope.formats');
  const isWorkspace = target === vscode.ConfigurationTarget.Workspace;
  return isWorkspace ? found?.workspaceValue : found?.globalValue;
}
