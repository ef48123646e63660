import * as vscode from 'vscode';
import type { Phrase, Severity } from '../analysis/index.js';
import type { RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';
import { Lifetime } from './lifecycle.js';
import { withoutLinks } from './markdown.js';
import type { Mutes } from './mutes.js';
import { NotificationPolicy } from './notificationPolicy.js';
import { lineOf, seriesIn, seriesOf } from './runWords.js';
import { say } from './say.js';
import type { Settings } from './settings.js';

const KEY = 'losscope.said';

/** A verdict or the end of a run, as a toast says it and the log shows it. */
interface News {
  readonly severity: Severity;
  readonly title: Phrase;
  readonly because: Phrase;
  readonly line?: number | undefined;
  readonly series: number | undefined;
}

/** Interrupts when a run that is being watched goes wrong, by NotificationPolicy, with a way on. */
export class VerdictNotifier implements vscode.Disposable {
  readonly #life = new Lifetime();
  readonly #policy: NotificationPolicy;

  constructor(
    engine: EngineClient,
    private readonly settings: Settings,
    private readonly mutes: Mutes,
    private readonly memory: vscode.Memento,
  ) {
    this.#policy = new NotificationPolicy(Date.now(), memory.get<readonly string[]>(KEY, []));
    this.#life.own(
      engine.onDidChangeRuns((runs) => {
        for (const run of runs) this.#look(run);
      }),
      engine.onDidLoseRun(({ run, why }) => {
        if (why === 'gone') this.#policy.forget(run);
        else this.#policy.countAnew(run);
      }),
    );
  }

  dispose(): void {
    this.#life.dispose();
  }

  #look(run: RunSummary): void {
    const before = this.#policy.saidCount;
    const watched = { run, muted: this.mutes.has(run.id), nowMs: Date.now() };
    const rules = {
      level: this.settings.level('losscope.notifications.level'),
      perHour: this.settings.number('losscope.notifications.perHour'),
    };
    const ending = this.#policy.endingToShow(watched, rules);
    const verdict = this.#policy.verdictToShow(watched, rules);
    if (this.#policy.saidCount !== before) void this.memory.update(KEY, this.#policy.said);
    if (ending) void this.#show(run, { ...ending, series: seriesIn(run, ending.file) });
    if (verdict) {
      const place = { line: lineOf(verdict), series: seriesOf(verdict) };
      void this.#show(run, { ...verdict, ...place });
    }
  }

  async #show(run: RunSummary, news: News): Promise<void> {
    const curves = vscode.l10n.t('Show Curves');
    const line = vscode.l10n.t('Go to Line');
    const mute = vscode.l10n.t('Mute This Run');
    const text = withoutLinks(`${run.name}: ${say(news.title)} ${say(news.because)}`);
    const show =
      news.severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
    const choice = await show(text, curves, line, mute);
    if (choice === curves) await vscode.commands.executeCommand('losscope.openCurves', run.id);
    if (choice === line) {
      const command = 'losscope.showLogLine';
      await vscode.commands.executeCommand(command, run.id, news.line, news.series);
    }
    if (choice === mute) this.mutes.set(run.id, true);
  }
}
