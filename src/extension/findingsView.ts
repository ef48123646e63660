import * as vscode from 'vscode';
import type { Verdict } from '../analysis/index.js';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime, throttled } from './lifecycle.js';
import {
  lineOf,
  newestFirst,
  reaches,
  SEVERITIES,
  SEVERITY_COLORS,
  seriesOf,
  VERDICT_ICONS,
} from './runWords.js';
import { say } from './say.js';

const REFRESH_MS = 500;

interface Finding {
  readonly runId: string;
  readonly run: RunSummary;
  readonly verdict: Verdict;
}

/** What is said of all runs now, the gravest first; a click goes to the line where it began. */
export class FindingsView implements vscode.TreeDataProvider<Finding>, vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<Finding>;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly engine: EngineClient) {
    const refresh = throttled(REFRESH_MS, () => this.#refresh());
    this.#tree = vscode.window.createTreeView('losscope.findings', { treeDataProvider: this });
    this.#life.own(
      this.#changed,
      this.#tree,
      refresh,
      engine.onDidChangeRuns(refresh),
      engine.onDidLoseRun(refresh),
    );
  }

  dispose(): void {
    this.#life.dispose();
  }

  getChildren(finding?: Finding): Finding[] {
    return finding ? [] : gravestFirst(this.engine.runs);
  }

  getTreeItem({ run, verdict }: Finding): vscode.TreeItem {
    const item = new vscode.TreeItem(say(verdict.title));
    const color = SEVERITY_COLORS[verdict.severity];
    item.id = `${run.id}\n${verdict.code}`;
    item.description = run.name;
    item.tooltip = `${run.name}\n${say(verdict.title)} ${say(verdict.because)}`;
    item.contextValue = 'finding';
    item.iconPath = new vscode.ThemeIcon(
      VERDICT_ICONS[verdict.code],
      color === undefined ? undefined : new vscode.ThemeColor(color),
    );
    item.command = {
      command: 'losscope.showLogLine',
      title: vscode.l10n.t('Show Log Line'),
      arguments: [run.id, lineOf(verdict), seriesOf(verdict)],
    };
    return item;
  }

  #refresh(): void {
    const alarms = gravestFirst(this.engine.runs).filter(({ verdict }) =>
      reaches(verdict.severity, 'warning'),
    ).length;
    this.#tree.badge =
      alarms === 0
        ? undefined
        : { value: alarms, tooltip: vscode.l10n.t('Findings that need a look: {0}', alarms) };
    this.#changed.fire(undefined);
  }
}

function gravestFirst(runs: Iterable<RunSummary>): Finding[] {
  return newestFirst(runs)
    .flatMap((run) => run.verdicts.map((verdict) => ({ runId: run.id, run, verdict })))
    .sort((a, b) => rank(b) - rank(a));
}

function rank({ verdict }: Finding): number {
  return SEVERITIES.indexOf(verdict.severity);
}
