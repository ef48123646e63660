import type { VerdictChange } from '../../analysis/index.js';
import type { Run } from './run.js';

export interface RunVerdict {
  readonly run: string;
  readonly change: VerdictChange;
}

/** What a reader of verdicts must hear when a run was read anew: only what differs. */
export function changesBetween(before: Run | undefined, after: Run): RunVerdict[] {
  const was = before?.verdicts ?? [];
  const is = after.verdicts;
  const raised = is.filter(
    ({ code, severity }) => !was.some((old) => old.code === code && old.severity === severity),
  );
  const cleared = was.filter(({ code }) => !is.some((now) => now.code === code));
  const run = after.face.id;
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
