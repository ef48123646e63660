import * as vscode from 'vscode';
import { CRITERIA, criterionOf } from '../criteria/catalogue.js';
import type { Criterion, Task } from '../criteria/criterion.js';
import { type Insertion, isRefusal, planInsertion, type Refusal } from '../criteria/plan.js';
import { withoutLinks } from './markdown.js';

/**
 * Puts a criterion at the cursor of a Python document: one edit, one undo step. Reads and writes the
 * document alone, so it works in untitled, remote and untrusted ones; of a notebook only the cell.
 */
export async function insertCriterion(
  editor: vscode.TextEditor,
  id: string,
  extensionUri: vscode.Uri,
): Promise<boolean> {
  const criterion = criterionOf(id);
  if (!criterion) throw new Error(`no criterion "${id}"`);
  const body = await bodyOf(criterion, extensionUri);
  const plan = await planOrAsk(editor, criterion, body);
  if (!plan) return false;
  const { document } = editor;
  const done = await editor.edit((builder) => {
    for (const { start, end, text } of plan.edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
  if (!done) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The document cannot be edited; nothing was inserted.'),
    );
    return false;
  }
  showLine(editor, plan);
  void vscode.window.showInformationMessage(
    plan.notes.map(({ text, args }) => vscode.l10n.t(text, ...args)).join(' '),
  );
  return true;
}

/** The picker: by task, found by any name that people use. */
export async function pickCriterion(): Promise<string | undefined> {
  const tasks = [...new Set(CRITERIA.map(({ task }) => task))];
  const items = tasks.flatMap((task) => [
    { label: taskName(task), kind: vscode.QuickPickItemKind.Separator, id: undefined },
    ...CRITERIA.filter((row) => row.task === task).map((row) => ({
      label: row.title,
      description: row.alsoKnownAs.join(', '),
      detail: row.formula,
      id: row.id,
    })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Insert Loss Criterion'),
    placeHolder: vscode.l10n.t('Which loss? Search by name, task or abbreviation'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}

/** The command: the active Python editor or notebook cell, and one id or the picker. */
export async function insertCriterionCommand(
  extensionUri: vscode.Uri,
  id?: string,
): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'python') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a Python file and put the cursor where the criterion goes.'),
    );
    return false;
  }
  const chosen = id ?? (await pickCriterion());
  return chosen === undefined ? false : insertCriterion(editor, chosen, extensionUri);
}

/** The plan; where the file has another class of that name, the user may take it. */
async function planOrAsk(
  { document, selection }: vscode.TextEditor,
  criterion: Criterion,
  body: string | undefined,
): Promise<Insertion | undefined> {
  const wish = {
    criterion,
    line: selection.active.line + 1,
    ...(body !== undefined && { body }),
  };
  const plan = planInsertion(document.getText(), wish);
  if (!isRefusal(plan)) return plan;
  if (!(await takesExisting(plan))) return undefined;
  const second = planInsertion(document.getText(), { ...wish, useExistingClass: true });
  return isRefusal(second) ? undefined : second;
}

async function takesExisting({ refused, isConflict }: Refusal): Promise<boolean> {
  const use = vscode.l10n.t('Use Existing Class');
  const said = vscode.l10n.t(refused.text, ...refused.args);
  return (
    (await vscode.window.showWarningMessage(withoutLinks(said), ...(isConflict ? [use] : []))) ===
    use
  );
}

/** The cursor goes to the line; what nobody could know is selected, to be typed over. */
function showLine(editor: vscode.TextEditor, { line, guesses }: Insertion): void {
  const [guess] = guesses;
  const last = Math.min(line + 8, editor.document.lineCount - 1);
  const rows = Array.from({ length: last - line + 1 }, (_, at) => line + at);
  const row =
    guess === undefined ? line : (rows.find((at) => textAt(editor, at).includes(guess)) ?? line);
  const text = textAt(editor, row);
  const found = guess === undefined ? -1 : text.indexOf(guess);
  const from = guess === undefined || found < 0 ? text.length : found + guess.indexOf('=') + 1;
  const to = guess === undefined || found < 0 ? text.length : found + guess.length;
  editor.selection = new vscode.Selection(row, from, row, to);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const textAt = ({ document }: vscode.TextEditor, line: number): string =>
  document.lineAt(line).text;

async function bodyOf(
  { kind, framework, id }: Criterion,
  extensionUri: vscode.Uri,
): Promise<string | undefined> {
  if (kind === 'builtin') return undefined;
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'criteria', framework, `${id}.py`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function taskName(task: Task): string {
  switch (task) {
    case 'classification':
      return vscode.l10n.t('Classification');
    case 'imbalance':
      return vscode.l10n.t('Class imbalance');
    case 'metric-learning':
      return vscode.l10n.t('Metric learning');
    case 'regression':
      return vscode.l10n.t('Regression');
    case 'distribution':
      return vscode.l10n.t('Distributions');
  }
}
