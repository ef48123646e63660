import type { RunSummary } from '../protocol.js';

/** What answers for runs; EngineClient does. */
export interface Runs {
  run(id: string): RunSummary | undefined;
}

/** The run that an argument of a command names: an id, or a row of one of our trees. */
export function namedRun(runs: Runs, which: unknown): RunSummary | undefined {
  if (typeof which === 'string') return runs.run(which);
  if (typeof which !== 'object' || which === null || !('runId' in which)) return undefined;
  return typeof which.runId === 'string' ? runs.run(which.runId) : undefined;
}
