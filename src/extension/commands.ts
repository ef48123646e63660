import * as vscode from 'vscode';
import { explainLog } from './explainLog.js';
import { chooseExport } from './exportCurves.js';
import { followFile, openFileCurves, openSample } from './followFile.js';
import type { House } from './house.js';
import { insertCriterionCommand } from './insertCriterion.js';
import { showLogLine } from './logLines.js';
import { makePattern } from './makePattern.js';
import { withoutLinks } from './markdown.js';
import { namedRun } from './namedRun.js';
import { showDescription, showDiagnosis } from './runTexts.js';
import { fileOf } from './runWords.js';

/** One command: its id and what it does with the arguments of a menu, a link or a toast. */
export interface CommandRow {
  readonly id: string;
  run(house: House, ...args: readonly unknown[]): unknown;
}

/** All commands, as package.json declares them (a test compares the two). */
export const COMMANDS: readonly CommandRow[] = [
  {
    id: 'losscope.openCurves',
    run: ({ panels, engine, choice }, which) =>
      panels.open((namedRun(engine, which) ?? choice.run)?.id),
  },
  { id: 'losscope.openFileCurves', run: (house, uri) => openFileCurves(house, uri) },
  {
    id: 'losscope.diagnose',
    run: (house, which) => withRun(house, which, (run) => showDiagnosis(run, house.documents)),
  },
  {
    id: 'losscope.showLogLine',
    run: (house, which, line, series) =>
      withRun(house, which, (run) =>
        typeof line === 'number'
          ? showLogLine(fileOf(run, series), line)
          : showLogLine(fileOf(run, 0), run.series[0]?.last.line),
      ),
  },
  { id: 'losscope.followFile', run: (house) => followFile(house) },
  { id: 'losscope.explainLog', run: (house, which) => explainLog(house, which) },
  { id: 'losscope.makePattern', run: (house, wish) => makePattern(house, wish) },
  { id: 'losscope.openSample', run: (house) => openSample(house) },
  {
    id: 'losscope.muteRun',
    run: (house, which) =>
      withRun(house, which, ({ id }) => house.mutes.set(id, !house.mutes.has(id))),
  },
  {
    id: 'losscope.exportCurves',
    run: (house, which) => withRun(house, which, (run) => chooseExport(run, house)),
  },
  {
    id: 'losscope.describeChart',
    run: (house, which) =>
      withRun(house, which, (run) => showDescription(run, house.documents, house.engine)),
  },
  {
    id: 'losscope.insertCriterion',
    run: ({ extensionUri }) => insertCriterionCommand(extensionUri),
  },
  {
    id: 'losscope.insertCrossEntropy',
    run: ({ extensionUri }) => insertCriterionCommand(extensionUri, 'ce'),
  },
  {
    id: 'losscope.insertFocalLoss',
    run: ({ extensionUri }) => insertCriterionCommand(extensionUri, 'focal'),
  },
  {
    id: 'losscope.insertCosFace',
    run: ({ extensionUri }) => insertCriterionCommand(extensionUri, 'cosface'),
  },
];

/** Registers the table. A command that fails says so, and the rest goes on. */
export function registerCommands(house: House): readonly vscode.Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await run(house, ...args);
      } catch (error) {
        house.log.error(error instanceof Error ? error : String(error));
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(
          withoutLinks(vscode.l10n.t('Losscope could not do that: {0}', reason)),
        );
      }
    }),
  );
}

/** Acts on the named run, else on the chosen one; says so where there is none. */
async function withRun(
  { engine, choice }: House,
  which: unknown,
  act: (run: NonNullable<ReturnType<typeof namedRun>>) => unknown,
): Promise<void> {
  const run = namedRun(engine, which) ?? choice.run;
  if (run) {
    await act(run);
    return;
  }
  const follow = vscode.l10n.t('Follow a Log File…');
  const text = vscode.l10n.t('No training run was found yet.');
  const choiceMade = await vscode.window.showInformationMessage(text, follow);
  if (choiceMade === follow) await vscode.commands.executeCommand('losscope.followFile');
}
