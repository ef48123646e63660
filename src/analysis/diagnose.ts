import { AskedAt } from './askedAt.js';
import type { Diagnosis, VerdictChange } from './diagnosis.js';
import type { LogClock } from './evidence/clock.js';
import { RunEvidence, type Watched } from './evidence/evidence.js';
import type { MarkedSpike } from './evidence/spikeLog.js';
import type { Trace } from './evidence/trace.js';
import { LIMITS, limitsOf } from './limits.js';
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
import { toldOf, wordOf } from './rules/named.js';
import type { Finding, Rule } from './rules/rule.js';
import { NOTHING_SET, type RuleSettings, rulesAsSet } from './rules/ruleSettings.js';

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

/** What one rule has answered lately, and what is said of it. */
interface Standing {
  readonly rule: Rule;
  /** "Yes" in a row, by the least severity that each of them reached. */
  readonly yes: Record<Severity, number>;
  no: number;
  finding: Finding | undefined;
  said: { severity: Severity; since: PlaceInSeries; raisedAt: PlaceInSeries } | undefined;
}

/** Minimum evidence, steadiness and precedence: here, once, for all rules. */
class RunDiagnosis implements Diagnosis {
  readonly #evidence: RunEvidence;
  /** Answers "no" in a row before a verdict is taken back. */
  readonly #clearAfter: number;
  readonly #alarms: readonly Standing[];
  readonly #states: readonly Standing[];
  readonly #alarmsAt: AskedAt<Standing>;
  /** The states that have to be earned: all but the one a run begins in. */
  readonly #statesAt: AskedAt<Standing>;
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
    const limits = limitsOf(settings.limits);
    this.#evidence = new RunEvidence(limits, clock);
    this.#clearAfter = limits.patience;
    const rules = rulesAsSet(settings).map((rule) => patient(rule, limits.patience));
    this.#alarms = rules.filter(({ kind }) => kind === 'alarm').map(standing);
    this.#states = rules.filter(({ kind }) => kind === 'state').map(standing);
    this.#state = this.#states.at(-1);
    this.#alarmsAt = new AskedAt(this.#alarms);
    this.#statesAt = new AskedAt(this.#states.slice(0, -1));
  }

  get clock(): LogClock {
    return this.#evidence.clock;
  }

  get spikes(): readonly MarkedSpike[] {
    const isWanted = this.#alarms.some(({ rule }) => rule.code === 'spike');
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
    for (const alarm of this.#alarmsAt.of(watched, isJudged)) {
      if (alarm.rule.at !== 'clock') {
        if (this.#hasEnough(alarm.rule)) this.#ask(alarm, trace);
      } else if (alarm.said) this.#clear(alarm, trace.here());
    }
    this.#settle(watched, trace);
    return this.#takeChanges();
  }

  restart(): void {
    for (const alarm of this.#alarms) keepWords(alarm);
    if (this.#state) keepWords(this.#state);
    this.#evidence.restart();
    this.#isRestarted = true;
  }

  look(seconds: number): readonly VerdictChange[] {
    const trace = this.#evidence.judged ?? this.#evidence.traces[0];
    if (!trace || trace.count === 0) return NO_CHANGES;
    this.#evidence.clock.look(seconds);
    for (const alarm of this.#alarms) {
      if (alarm.rule.at !== 'clock') continue;
      this.#ask(alarm, trace);
      // Time alone takes nothing back by and by: a line came.
      if (alarm.said && alarm.no > 0) this.#clear(alarm, trace.here());
    }
    this.#settle('other', trace);
    return this.#takeChanges();
  }

  active(): readonly Verdict[] {
    const verdicts = [...this.#alarms, ...this.#states].flatMap((one) => this.#wordsOf(one) ?? []);
    // Stable: the order of RULES inside one severity.
    return verdicts.sort((a, b) => rank(b.severity) - rank(a.severity));
  }

  says(code: VerdictCode): boolean {
    return [...this.#alarms, ...this.#states].some(
      ({ rule, said }) => said !== undefined && rule.code === code,
    );
  }

  reading(): PairReading | undefined {
    return pairReading(this.#evidence);
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

  #ask(alarm: Standing, trace: Trace): void {
    const finding = asLoud(alarm.rule, this.#judge(alarm.rule));
    // Nearly always: nothing was said, and nothing is to be said.
    if (!finding && !alarm.finding) return;
    if (finding && isOther(alarm, finding)) this.#clear(alarm, trace.here());
    count(alarm, finding);
    const severity = steadySeverity(alarm);
    if (severity && isGraver(severity, alarm.said?.severity))
      this.#raise(alarm, severity, trace.here());
    else if (alarm.said && alarm.no >= this.#clearAfter) this.#clear(alarm, trace.here());
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
    const first = this.#states.at(-1);
    if (this.#state === first) return;
    if (this.#state?.said) this.#clear(this.#state, trace.here());
    this.#state = first;
  }

  #choose(watched: Watched, trace: Trace): void {
    let isFirst = true;
    for (const state of this.#statesAt.of(watched, trace === this.#evidence.judged)) {
      if (!this.#hasEnough(state.rule)) continue;
      count(state, isFirst ? this.#judge(state.rule) : undefined);
      if (state.yes.info > 0) isFirst = false;
      if (state === this.#state || state.yes.info < state.rule.steadyFor) continue;
      if (this.#state?.said) this.#clear(this.#state, trace.here());
      this.#state = state;
    }
    const isEarned = this.#state !== this.#states.at(-1);
    if (isEarned && this.#state && this.#state.no >= this.#clearAfter) this.#forgetState(trace);
  }

  /** A neighbour that is said itself is not ruled out: its rule may look at another curve, or wait. */
  #wordsOf(one: Standing): Verdict | undefined {
    const verdict = this.#verdictOf(one);
    if (!verdict) return undefined;
    const isSaid = ({ code }: RuledOut) =>
      [...this.#alarms, ...this.#states].some(({ rule, said }) => said && rule.code === code);
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
    this.#isAlarmed = this.#alarms.some(({ said }) => said && said.severity !== 'info');
  }
}

function standing(rule: Rule): Standing {
  const yes = { info: 0, hint: 0, warning: 0, error: 0 };
  return { rule, yes, no: 0, finding: undefined, said: undefined };
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

/** A rule that speaks at once still does; the others wait longer or less long, all by the same. */
function patient(rule: Rule, patience: number): Rule {
  if (rule.steadyFor === 1) return rule;
  const steadyFor = Math.max(1, rule.steadyFor + patience - LIMITS.patience.fallback);
  return { ...rule, steadyFor };
}

function asLoud({ loudness }: Rule, finding: Finding | undefined): Finding | undefined {
  return finding && loudness ? { ...finding, severity: loudness } : finding;
}

function count(one: Standing, finding: Finding | undefined): void {
  if (finding) one.finding = finding;
  one.no = finding ? 0 : one.no + 1;
  // Nearly always: another "no" after a "no".
  if (!finding && one.yes.info === 0) return;
  for (const severity of SEVERITIES) {
    const reached = finding && !isGraver(severity, finding.severity);
    one.yes[severity] = reached ? one.yes[severity] + 1 : 0;
  }
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
