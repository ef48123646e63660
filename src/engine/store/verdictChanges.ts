import type { Verdict, VerdictChange } from '../../analysis/index.js';

export interface RunVerdict {
  readonly run: string;
  readonly change: VerdictChange;
}

/** What a reader of verdicts must hear when a run was read anew: only what differs. */
export function changesBetween(
  run: string,
  was: readonly Verdict[],
  is: readonly Verdict[],
): RunVerdict[] {
  const raised = is.filter(
    ({ code, severity }) => !was.some((old) => old.code === code && old.severity === severity),
  );
  const cleared = was.filter(({ code }) => !is.some((now) => now.code === code));
  return [
    ...raised.map((verdict): RunVerdict => ({ run, change: { change: 'raised', verdict } })),
    ...cleared.map(
      (verdict): RunVerdict => ({
        run,
        change: { change: 'cleared', verdict, at: verdict.raisedAt },
      }),
    ),
  ];
}
