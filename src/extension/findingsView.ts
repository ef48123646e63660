import * as vscode from 'vscode';
import type { Ending, Verdict } from '../analysis/index.js';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { type Detail, detailsOfEnding, detailsOfVerdict } from './findingDetails.js';
import { Lifetime, throttled } from './lifecycle.js';
import { pairLine } from './pairLine.js';
import {
  lineOf,
  newestFirst,
  reaches,
  SEVERITIES,
  SEVERITY_COLORS,
  seriesIn,
  seriesOf,
  VERDICT_ICONS,
} from './runWords.js';
import { say } from './say.js';
import { stateWord } from './verdictWords.js';

const REFRESH_MS = 500;

/** A verdict of a run, or how it broke off. */
type Finding =
  | { readonly runId: string; readonly run: RunSummary; readonly verdict: Verdict }
  | { readonly runId: string; readonly run: RunSummary; readonly ending: Ending };

/** A row below a finding: what it is not, a candidate cause, or what to do. */
interface DetailRow {
  readonly of: Finding;
  readonly at: number;
  readonly detail: Detail;
}
type Row = Finding | DetailRow;

/** What is said of all runs now, the gravest first; a click goes to the line where it began. */
export class FindingsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<Row>;
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

  getChildren(row?: Row): Row[] {
    if (!row) return gravestFirst(this.engine.runs);
    if ('detail' in row) return [];
    return newsOf(row).details.map((detail, at) => ({ of: row, at, detail }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if ('detail' in row) return detailItem(row);
    const { run } = row;
    const news = newsOf(row);
    const item = new vscode.TreeItem(
      say(news.title),
      news.details.length > 0
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    const color = SEVERITY_COLORS[news.severity];
    item.id = idOf(row);
    item.description = run.ending ? `${run.name} · ${stateWord(run.state)}` : run.name;
    const texts = news.details.filter(({ icon }) => icon !== 'question').map(({ text }) => text);
    const pair = run.pair ? [pairLine(run.pair, say)] : [];
    const sentence = `${say(news.title)} ${say(news.because)}`;
    item.tooltip = [run.name, sentence, ...texts, ...pair].join('\n');
    item.contextValue = 'finding';
    item.iconPath = new vscode.ThemeIcon(
      news.icon,
      color === undefined ? undefined : new vscode.ThemeColor(color),
    );
    item.command = {
      command: 'losscope.showLogLine',
      title: vscode.l10n.t('Show Log Line'),
      arguments: [run.id, news.line, news.series],
    };
    return item;
  }

  #refresh(): void {
    const alarms = gravestFirst(this.engine.runs).filter((one) =>
      reaches(newsOf(one).severity, 'warning'),
    ).length;
    this.#tree.badge =
      alarms === 0
        ? undefined
        : { value: alarms, tooltip: vscode.l10n.t('Findings that need a look: {0}', alarms) };
    this.#changed.fire(undefined);
  }
}

function idOf(finding: Finding): string {
  return `${finding.run.id}\n${newsOf(finding).key}`;
}

function detailItem({ of, at, detail }: DetailRow): vscode.TreeItem {
  const item = new vscode.TreeItem(detail.text);
  item.id = `${idOf(of)}\n${at}`;
  item.description = detail.note;
  item.tooltip = detail.note ? `${detail.text}\n${detail.note}` : detail.text;
  item.iconPath = new vscode.ThemeIcon(detail.icon);
  return item;
}

/** One shape for both: what a row says, and where its click leads. */
function newsOf(finding: Finding) {
  if ('ending' in finding) {
    const { run, ending } = finding;
    const { how: key, line, file } = ending;
    const place = { line, series: seriesIn(run, file) };
    return { ...ending, ...place, key, icon: 'stop-circle', details: detailsOfEnding(ending, say) };
  }
  const { verdict } = finding;
  const place = { line: lineOf(verdict), series: seriesOf(verdict) };
  const details = detailsOfVerdict(verdict, say, vscode.l10n.t('possible cause'));
  return { ...verdict, ...place, key: verdict.code, icon: VERDICT_ICONS[verdict.code], details };
}

/** Crashes before the verdicts of the same gravity: they say why there are no more points. */
function gravestFirst(runs: Iterable<RunSummary>): Finding[] {
  return newestFirst(runs)
    .flatMap((run): Finding[] => {
      const { id: runId, ending, verdicts } = run;
      const isCrash = ending && reaches(ending.severity, 'hint');
      const said = verdicts.map((verdict): Finding => ({ runId, run, verdict }));
      return isCrash ? [{ runId, run, ending }, ...said] : said;
    })
    .sort((a, b) => rank(b) - rank(a));
}

function rank(finding: Finding): number {
  return SEVERITIES.indexOf(newsOf(finding).severity);
}
