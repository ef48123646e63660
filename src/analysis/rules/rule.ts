import type { RunEvidence, Watched } from '../evidence/evidence.js';
import type { PlaceInSeries, Severity, Verdict, VerdictCode } from '../model.js';

/** What a rule found at one point. The words are made only when somebody reads them. */
export interface Finding {
  readonly severity: Severity;
  readonly since: PlaceInSeries;
  tell(): Account;
}

/** The words of a verdict: all of it but where it stands and how grave it is. */
export type Account = Omit<Verdict, 'code' | 'severity' | 'since' | 'raisedAt'>;

/** A curve on which the rule must speak, or must stay silent. Validation every `valEvery` train points. */
export interface Example {
  readonly title: string;
  readonly train: readonly number[];
  readonly val?: readonly number[];
  readonly rate?: readonly number[];
  readonly speaks: boolean;
}

/**
 * One diagnosis. `alarm`s are raised and cleared each for itself; of the `state`s exactly one is held
 * while no alarm of hint or above is.
 */
export interface Rule {
  readonly code: VerdictCode;
  readonly kind: 'alarm' | 'state';
  /**
   * The points at which it is asked. `judged`: those of validation, or of train where there is little of it.
   * `clock`: when somebody looks at the time and no point came; the next point takes it back.
   */
  readonly at: Exclude<Watched, 'other'> | 'judged' | 'any' | 'clock';
  /** Finite points since the last restart that it needs before it is asked at all. */
  readonly needs: { readonly train?: number; readonly val?: number };
  /** Answers in a row before it is said. */
  readonly steadyFor: number;
  /** What it finds begins and ends at a point: found at another place, it is said again. */
  readonly isEvent?: boolean;
  /** As the user wants it said, whatever it judges; undefined: as it judges. */
  readonly loudness?: Severity | undefined;
  judge(evidence: RunEvidence): Finding | undefined;
  /** The same for a run that is told by curves whose higher values are better; without it: nothing. */
  rising?(evidence: RunEvidence): Finding | undefined;
  readonly examples: readonly Example[];
}
