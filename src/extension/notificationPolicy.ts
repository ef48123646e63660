import type { RunSummary } from '../protocol.js';
import { reaches } from './runWords.js';
import type { Level } from './settings.js';

const HOUR_MS = 3_600_000;
/** Causes remembered over a window reload. */
const KEPT = 500;

export interface ToastRules {
  /** Lowest severity that interrupts; infos and hints never do unless asked for. */
  readonly level: Level;
  /** Toasts in any hour, over all runs. */
  readonly perHour: number;
}

/** A run as the policy looks at it. */
export interface Watched {
  readonly run: RunSummary;
  readonly muted: boolean;
  readonly nowMs: number;
}

/**
 * When a verdict may interrupt: only for a log that grew while we watched (a finished log that is
 * found at start never does), once for each run and cause, a few times an hour in all. A cause that
 * the hour has no room for counts as said: late news is no news, and the views show it.
 *
 * @source knowledge/ecosystem.md 1: only when necessary, never repeated.
 */
export class NotificationPolicy {
  readonly #said: Set<string>;
  readonly #firstChange = new Map<string, number>();
  readonly #grew = new Set<string>();
  readonly #seq = new Map<string, number>();
  #shownMs: number[] = [];

  /** `startedMs`: when this session began to watch. `said`: causes of earlier sessions. */
  constructor(
    private readonly startedMs: number,
    said: readonly string[] = [],
  ) {
    this.#said = new Set(said);
  }

  /** Causes already said, to be kept over a reload. */
  get said(): readonly string[] {
    return [...this.#said].slice(-KEPT);
  }

  /** Grows with each cause said: tells whether there is something new to keep. */
  get saidCount(): number {
    return this.#said.size;
  }

  /** The headline of the run when it is worth a toast now. */
  verdictToShow({ run, muted, nowMs }: Watched, rules: ToastRules) {
    if (!this.#hasGrown(run)) return undefined;
    const [worst] = run.verdicts;
    if (!worst || !reaches(worst.severity, rules.level)) return undefined;
    if (this.#said.has(causeOf(run.id, worst.code))) return undefined;
    // What is less grave and new in the same moment is said with it: one toast, not two.
    for (const { code } of run.verdicts) this.#said.add(causeOf(run.id, code));
    return !muted && this.#takesRoom(nowMs, rules.perHour) ? worst : undefined;
  }

  /**
   * How the run broke off, when that is worth a toast now: once for each line that says so, since a run
   * that was resumed may crash again.
   */
  endingToShow({ run, muted, nowMs }: Watched, rules: ToastRules) {
    const { ending } = run;
    if (!this.#hasGrown(run) || !ending || !reaches(ending.severity, rules.level)) return undefined;
    const cause = causeOf(run.id, `${ending.how} ${ending.line ?? ''}`);
    if (this.#said.has(cause)) return undefined;
    this.#said.add(cause);
    return !muted && this.#takesRoom(nowMs, rules.perHour) ? ending : undefined;
  }

  /** The engine starts anew and tells of the same run again: what was said of it stays said. */
  countAnew(run: string): void {
    this.#seq.delete(run);
  }

  /** The run is gone; one of the same name is another training, of which nothing was said. */
  forget(run: string): void {
    this.#firstChange.delete(run);
    this.#grew.delete(run);
    this.#seq.delete(run);
    for (const cause of this.#said) if (cause.startsWith(`${run}\n`)) this.#said.delete(cause);
  }

  #hasGrown(run: RunSummary): boolean {
    if (run.seq < (this.#seq.get(run.id) ?? 0)) this.forget(run.id);
    this.#seq.set(run.id, run.seq);
    const first = this.#firstChange.get(run.id) ?? run.changedAt;
    this.#firstChange.set(run.id, first);
    if (run.changedAt > first || run.changedAt >= this.startedMs) this.#grew.add(run.id);
    return this.#grew.has(run.id) && run.state !== 'reading';
  }

  #takesRoom(nowMs: number, perHour: number): boolean {
    this.#shownMs = this.#shownMs.filter((shown) => nowMs - shown < HOUR_MS);
    if (this.#shownMs.length >= perHour) return false;
    this.#shownMs.push(nowMs);
    return true;
  }
}

function causeOf(run: string, code: string): string {
  return `${run}\n${code}`;
}
