import * as vscode from 'vscode';
import { writeLoss, writePosition } from '../analysis/index.js';
import type { RunSummary, SeriesSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime, throttled } from './lifecycle.js';
import type { Mutes } from './mutes.js';
import { pairLine } from './pairLine.js';
import { hasOwnBest, lastValues, progressOf } from './runRows.js';
import {
  filesOf,
  headline,
  newestFirst,
  reaches,
  SEVERITY_COLORS,
  VERDICT_ICONS,
} from './runWords.js';
import { say } from './say.js';
import { stateWord } from './verdictWords.js';

const REFRESH_MS = 500;

/** A row: a run, or one of its series. `runId` is what commands read from it. */
export type RunRow =
  | { readonly runId: string }
  | { readonly runId: string; readonly series: SeriesSummary };

/** The runs, newest first, each with its series. */
export class RunsView implements vscode.TreeDataProvider<RunRow>, vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #changed = new vscode.EventEmitter<RunRow | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** One object a run: the tree keeps what is open by identity and id. */
  readonly #rows = new Map<string, RunRow>();

  constructor(
    private readonly engine: EngineClient,
    private readonly mutes: Mutes,
  ) {
    const refresh = throttled(REFRESH_MS, () => this.#refresh());
    const tree = vscode.window.createTreeView('losscope.runs', { treeDataProvider: this });
    this.#life.own(
      this.#changed,
      tree,
      refresh,
      engine.onDidChangeRuns(refresh),
      engine.onDidLoseRun(refresh),
      engine.onDidSearch(refresh),
      mutes.onDidChange(refresh),
    );
  }

  dispose(): void {
    this.#life.dispose();
  }

  getChildren(row?: RunRow): RunRow[] {
    if (!row) return newestFirst(this.engine.runs).map(({ id }) => this.#row(id));
    if ('series' in row) return [];
    const series = this.engine.run(row.runId)?.series ?? [];
    return series.map((one) => ({ runId: row.runId, series: one }));
  }

  getTreeItem(row: RunRow): vscode.TreeItem {
    if ('series' in row) return seriesItem(row.runId, row.series);
    const run = this.engine.run(row.runId);
    return run ? runItem(run, this.mutes.has(run.id)) : new vscode.TreeItem(row.runId);
  }

  #row(id: string): RunRow {
    const row = this.#rows.get(id) ?? { runId: id };
    this.#rows.set(id, row);
    return row;
  }

  #refresh(): void {
    const runs = [...this.engine.runs];
    for (const id of this.#rows.keys()) if (!this.engine.run(id)) this.#rows.delete(id);
    setContext('losscope.hasRuns', runs.length > 0);
    setContext('losscope.searched', this.engine.searched !== undefined);
    // The curve button stands over files that are runs, and over no other .json or .txt.
    setContext('losscope.files', [...new Set(runs.flatMap(filesOf))]);
    this.#changed.fire(undefined);
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

function runItem(run: RunSummary, muted: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(run.name, vscode.TreeItemCollapsibleState.Collapsed);
  const verdict = headline(run);
  item.id = run.id;
  item.contextValue = muted ? 'run.muted' : 'run';
  item.iconPath = runIcon(run);
  item.description = [stateWord(run.state), muted ? vscode.l10n.t('muted') : '', lastValues(run)]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = tooltipOf(run);
  item.command = {
    command: 'losscope.openCurves',
    title: vscode.l10n.t('Open Live Curves'),
    arguments: [run.id],
  };
  const title = verdict ? say(verdict.title) : '';
  item.accessibilityInformation = { label: `${run.name}, ${item.description}. ${title}` };
  return item;
}

/** The verdict when it asks for a look, else the state. */
function runIcon(run: RunSummary): vscode.ThemeIcon {
  const verdict = headline(run);
  const grave = verdict && reaches(verdict.severity, 'hint');
  if (run.ending && reaches(run.ending.severity, 'warning')) {
    const color = SEVERITY_COLORS[run.ending.severity];
    return new vscode.ThemeIcon('stop-circle', color ? new vscode.ThemeColor(color) : undefined);
  }
  if (!grave && run.state === 'live') {
    return new vscode.ThemeIcon('record', new vscode.ThemeColor('charts.green'));
  }
  if (run.state === 'gone') return new vscode.ThemeIcon('trash');
  if (!verdict) return new vscode.ThemeIcon('clock');
  const color = verdict.code === 'converged' ? 'charts.green' : SEVERITY_COLORS[verdict.severity];
  return new vscode.ThemeIcon(
    VERDICT_ICONS[verdict.code],
    color === undefined ? undefined : new vscode.ThemeColor(color),
  );
}

/** Plain text, not Markdown: names come out of a log. */
function tooltipOf(run: RunSummary): string {
  const { unit, at } = progressOf(run);
  const position = { epoch: vscode.l10n.t('epoch'), step: vscode.l10n.t('step'), none: '' };
  const verdict = headline(run);
  return [
    ...filesOf(run),
    [stateWord(run.state), run.format, unit ? `${position[unit]} ${at}` : '']
      .filter(Boolean)
      .join(' · '),
    run.ending ? `${say(run.ending.title)} ${say(run.ending.because)}` : '',
    verdict ? `${say(verdict.title)} ${say(verdict.because)}` : '',
    run.pair ? pairLine(run.pair, say) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function seriesItem(runId: string, series: SeriesSummary): vscode.TreeItem {
  const item = new vscode.TreeItem(series.name);
  item.id = `${runId}\n${series.id}`;
  item.contextValue = 'series';
  item.iconPath = new vscode.ThemeIcon('graph-line', new vscode.ThemeColor(colorOf(series)));
  const { best, last } = series;
  const values = [vscode.l10n.t('last {0}', writeLoss(last.y))];
  if (best && hasOwnBest(series)) {
    values.push(
      vscode.l10n.t('best {0} at {1}', writeLoss(best.y), writePosition(best.epoch ?? best.x)),
    );
  }
  item.description = values.join(' · ');
  // A file of records has no lines.
  if (last.line === 0) return item;
  item.tooltip = vscode.l10n.t(
    '{0}: {1} points, click to open line {2}',
    series.name,
    series.count,
    last.line,
  );
  item.command = {
    command: 'losscope.showLogLine',
    title: vscode.l10n.t('Show Log Line'),
    arguments: [runId, last.line, series.id],
  };
  return item;
}

function colorOf({ role }: SeriesSummary): string {
  if (role === 'val') return 'losscope.valLine';
  if (role === 'lr') return 'losscope.lrLine';
  return role === 'train' ? 'losscope.trainLine' : 'losscope.series3';
}
