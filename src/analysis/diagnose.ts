import type { Diagnosis, VerdictChange } from './diagnosis.js';
import type { LogClock } from './evidence/clock.js';
import { RunEvidence, type Watched } from './evidence/evidence.js';
import type { MarkedSpike } from './evidence/spikeLog.js';
import type { Trace } from './evidence/trace.js';
import type {
  PlaceInSeries,
  Point,
  RuledOut,
  SeriesInfo,
  Severity,
  Verdict,
  VerdictCode,
  XUnit,
} from './model.js';
import { type PairReading, pairReading } from './pairReading.js';
import { type RuleBook, ruleBookOf } from './ruleBook.js';
import { toldOf, wordOf } from './rules/named.js';
import type { Finding, Rule } from './rules/rule.js';
import { NOTHING_SET, type RuleSettings } from './rules/ruleSettings.js';

const SEVERITIES: readonly Severity[] = ['info', 'hint', 'warning', 'error'];
const GRAVEST_FIRST = [...SEVERITIES].reverse();

/** What is being said of one new run; `clock` where the same run was judged before. */
export function createDiagnosis(
  settings: RuleSettings = NOTHING_SET,
  clock?: LogClock | undefined,
): Diagnosis {
  return new RunDiagnosis(settings, clock);
}

/** Nearly always: no list is made for that. */
const NO_CHANGES: readonly VerdictChange[] = [];

/** What one rule has answered lately, and what is said of it: made when it first has something to say. */
interface Standing {
  readonly rule: Rule;
  /** "Yes" in a row, by the least severity that each of them reached. */
  yes: Readonly<Record<Severity, number>>;
  no: number;
  finding: Finding | undefined;
  said: { severity: Severity; since: PlaceInSeries; raisedAt: PlaceInSeries } | undefined;
}

/** Minimum evidence, steadiness and precedence: here, once, for all rules. */
class RunDiagnosis implements Diagnosis {
  readonly #evidence: RunEvidence;
  readonly #book: RuleBook;
  /** By the numbers of their rules in the book; undefined: it never said yes. */
  readonly #alarms: (Standing | undefined)[] = [];
  /** The same; undefined: it was never asked. */
  readonly #states: (Standing | undefined)[] = [];
  /** An alarm above information is said. */
  #isAlarmed = false;
  /** The state that the run is in; it is said only while no alarm is. */
  #state: Standing | undefined;
  /** Changes of the learning rate that the state has seen. */
  #phases = 0;
  /** No point came since the axis went back. */
  #isRestarted = false;
  #changes: VerdictChange[] = [];

  constructor(settings: RuleSettings, clock: LogClock | undefined) {
    this.#book = ruleBookOf(settings);
    this.#evidence = new RunEvidence(this.#book.limits, clock);
    this.#state = this.#first;
  }

  get clock(): LogClock {
    return this.#evidence.clock;
  }

  get spikes(): readonly MarkedSpike[] {
    const isWanted = this.#book.alarms.some(({ code }) => code === 'spike');
    return isWanted ? this.#evidence.spikes.log.all : [];
  }

  addSeries(info: SeriesInfo, xUnit: XUnit): number {
    return this.#evidence.add(info, xUnit);
  }

  push(series: number, point: Point): readonly VerdictChange[] {
    const pushed = this.#evidence.push(series, point);
    const trace = this.#evidence.traces[series];
    if (!trace || trace.info.role === 'lr') return NO_CHANGES;
    if (this.#isRestarted) this.#beginAgain(trace, point.x);
    // A value that is no number says nothing but that: levels and trends stand still at it.
    const watched = Number.isFinite(point.y) ? pushed : 'other';
    const isJudged = trace === this.#evidence.judged;
    for (const number of this.#book.alarmsAt.of(watched, isJudged)) {
      const rule = this.#book.alarms[number];
      const alarm = this.#alarms[number];
      if (!rule) continue;
      if (rule.at !== 'clock') {
        if (this.#hasEnough(rule)) this.#ask(number, rule, trace);
      } else if (alarm?.said) this.#clear(alarm, trace.here());
    }
    this.#settle(watched, trace);
    return this.#takeChanges();
  }

  restart(): void {
    for (const alarm of this.#alarms) if (alarm) keepWords(alarm);
    if (this.#state) keepWords(this.#state);
    this.#evidence.restart();
    this.#isRestarted = true;
  }

  look(seconds: number): readonly VerdictChange[] {
    const trace = this.#evidence.judged ?? this.#evidence.traces[0];
    if (!trace || trace.count === 0) return NO_CHANGES;
    this.#evidence.clock.look(seconds);
    for (const [number, rule] of this.#book.alarms.entries()) {
      if (rule.at !== 'clock') continue;
      this.#ask(number, rule, trace);
      const alarm = this.#alarms[number];
      // Time alone takes nothing back by and by: a line came.
      if (alarm?.said && alarm.no > 0) this.#clear(alarm, trace.here());
    }
    this.#settle('other', trace);
    return this.#takeChanges();
  }

  active(): readonly Verdict[] {
    const verdicts = this.#all.flatMap((one) => this.#wordsOf(one) ?? []);
    // Stable: the order of RULES inside one severity.
    return verdicts.sort((a, b) => rank(b.severity) - rank(a.severity));
  }

  says(code: VerdictCode): boolean {
    return this.#all.some(({ rule, said }) => said !== undefined && rule.code === code);
  }

  reading(): PairReading | undefined {
    return pairReading(this.#evidence);
  }

  /** The state that a run begins in. */
  get #first(): Standing | undefined {
    const number = this.#book.states.length - 1;
    const rule = this.#book.states[number];
    return rule && standingAt(this.#states, number, rule);
  }

  /** Those who have something to say, the gravest first. */
  get #all(): readonly Standing[] {
    return [...this.#alarms, ...this.#states].filter((one) => one !== undefined);
  }

  /** Are there enough points for the rule to be asked? */
  #hasEnough({ needs }: Rule): boolean {
    const { train, val } = this.#evidence;
    return (train?.finite ?? 0) >= (needs.train ?? 0) && (val?.finite ?? 0) >= (needs.val ?? 0);
  }

  #judge(rule: Rule): Finding | undefined {
    const evidence = this.#evidence;
    return evidence.rises ? rule.rising?.(evidence) : rule.judge(evidence);
  }

  #ask(number: number, rule: Rule, trace: Trace): void {
    const finding = asLoud(rule, this.#judge(rule));
    // Nearly always: nothing was said, and nothing is to be said.
    if (!finding && !this.#alarms[number]?.finding) return;
    const alarm = standingAt(this.#alarms, number, rule);
    if (finding && isOther(alarm, finding)) this.#clear(alarm, trace.here());
    count(alarm, finding);
    const severity = steadySeverity(alarm);
    if (severity && isGraver(severity, alarm.said?.severity))
      this.#raise(alarm, severity, trace.here());
    else if (alarm.said && alarm.no >= this.#book.limits.patience) this.#clear(alarm, trace.here());
    if (!alarm.said && alarm.no > 0) alarm.finding = undefined;
  }

  /** The first state that holds long enough becomes the state of the run; until then the old one stays. */
  #settle(watched: Watched, trace: Trace): void {
    const { judged, needed, phases } = this.#evidence;
    if (phases > this.#phases) this.#newPhase(trace);
    this.#phases = phases;
    if (judged && judged.finite >= needed) this.#choose(watched, trace);
    if (!this.#state) return;
    if (this.#isAlarmed) {
      if (this.#state.said) this.#clear(this.#state, trace.here());
    } else if (!this.#state.said) {
      this.#state.finding ??= this.#judge(this.#state.rule);
      this.#raise(this.#state, this.#state.rule.loudness ?? 'info', trace.here());
    }
  }

  /** The new attempt earns its state anew, and an alarm goes with the points that it began at. */
  #beginAgain(trace: Trace, x: number): void {
    this.#isRestarted = false;
    for (const alarm of this.#alarms) {
      if (!alarm) continue;
      const since = alarm.said && alarm.finding?.since;
      const unit = since && this.#evidence.traces[since.series]?.xUnit;
      if (since && unit === trace.xUnit && since.x >= x) this.#clear(alarm, trace.here());
    }
    this.#forgetState(trace);
  }

  /** With another learning rate what rested may move: only "learning" outlives its change. */
  #newPhase(trace: Trace): void {
    if (this.#state?.rule.code !== 'learning') this.#forgetState(trace);
  }

  /** Back to the state a run begins in. */
  #forgetState(trace: Trace): void {
    const first = this.#first;
    if (this.#state === first) return;
    if (this.#state?.said) this.#clear(this.#state, trace.here());
    this.#state = first;
  }

  #choose(watched: Watched, trace: Trace): void {
    let isFirst = true;
    for (const number of this.#book.statesAt.of(watched, trace === this.#evidence.judged)) {
      const rule = this.#book.states[number];
      if (!rule || !this.#hasEnough(rule)) continue;
      const state = standingAt(this.#states, number, rule);
      count(state, isFirst ? this.#judge(state.rule) : undefined);
      if (state.yes.info > 0) isFirst = false;
      if (state === this.#state || state.yes.info < state.rule.steadyFor) continue;
      if (this.#state?.said) this.#clear(this.#state, trace.here());
      this.#state = state;
    }
    const isEarned = this.#state !== this.#first;
    if (isEarned && this.#state && this.#state.no >= this.#book.limits.patience)
      this.#forgetState(trace);
  }

  /** A neighbour that is said itself is not ruled out: its rule may look at another curve, or wait. */
  #wordsOf(one: Standing): Verdict | undefined {
    const verdict = this.#verdictOf(one);
    if (!verdict) return undefined;
    const isSaid = ({ code }: RuledOut) =>
      this.#all.some(({ rule, said }) => said && rule.code === code);
    return { ...verdict, isNot: verdict.isNot.filter((neighbour) => !isSaid(neighbour)) };
  }

  #raise(one: Standing, severity: Severity, raisedAt: PlaceInSeries): void {
    const since = one.finding?.since ?? raisedAt;
    one.said = { severity, since, raisedAt };
    this.#weigh();
    const verdict = this.#wordsOf(one);
    if (verdict) this.#changes.push({ change: 'raised', verdict });
  }

  #clear(one: Standing, at: PlaceInSeries): void {
    const verdict = this.#wordsOf(one);
    one.said = undefined;
    this.#weigh();
    if (verdict) this.#changes.push({ change: 'cleared', verdict, at });
  }

  /** In today's numbers. */
  #verdictOf({ rule, finding, said }: Standing): Verdict | undefined {
    if (!finding || !said) return undefined;
    const { severity, raisedAt } = said;
    // What began anew while it was still said goes on from where it was raised.
    const since = finding.since.x > raisedAt.x ? said.since : finding.since;
    const { train, val } = this.#evidence;
    const judged = val ?? train;
    const metric = judged && wordOf(judged.info);
    const account = metric === undefined ? finding.tell() : toldOf(finding.tell(), metric);
    return { code: rule.code, severity, since, raisedAt, ...account };
  }

  #takeChanges(): readonly VerdictChange[] {
    if (this.#changes.length === 0) return NO_CHANGES;
    const taken = this.#changes;
    this.#changes = [];
    return taken;
  }

  #weigh(): void {
    this.#isAlarmed = this.#alarms.some((one) => one?.said && one.said.severity !== 'info');
  }
}

const NEVER: Readonly<Record<Severity, number>> = { info: 0, hint: 0, warning: 0, error: 0 };

function standingAt(standings: (Standing | undefined)[], number: number, rule: Rule): Standing {
  const known = standings[number];
  if (known) return known;
  const fresh = { rule, yes: NEVER, no: 0, finding: undefined, said: undefined };
  standings[number] = fresh;
  return fresh;
}

/** What is said of an attempt that ended is told in its own numbers; what was not yet said is forgotten. */
function keepWords(one: Standing): void {
  const { finding } = one;
  count(one, undefined);
  one.no = 0;
  if (!finding || !one.said) one.finding = undefined;
  else {
    const account = finding.tell();
    one.finding = { ...finding, tell: () => account };
  }
}

function asLoud({ loudness }: Rule, finding: Finding | undefined): Finding | undefined {
  return finding && loudness ? { ...finding, severity: loudness } : finding;
}

function count(one: Standing, finding: Finding | undefined): void {
  if (finding) one.finding = finding;
  one.no = finding ? 0 : one.no + 1;
  if (!finding) {
    one.yes = NEVER;
    return;
  }
  const yes = { ...one.yes };
  for (const severity of SEVERITIES)
    yes[severity] = isGraver(severity, finding.severity) ? 0 : yes[severity] + 1;
  one.yes = yes;
}

/** The gravest severity that was reached by enough answers in a row. */
function steadySeverity({ yes, rule }: Standing): Severity | undefined {
  return GRAVEST_FIRST.find((severity) => yes[severity] >= rule.steadyFor);
}

function isGraver(one: Severity, other: Severity | undefined): boolean {
  return other === undefined || rank(one) > rank(other);
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Another event than the one that is said. */
function isOther({ rule, said }: Standing, { since }: Finding): boolean {
  return rule.isEvent === true && said !== undefined && said.since.index !== since.index;
}
