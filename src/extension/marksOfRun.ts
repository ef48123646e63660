import type { Mark, RunSummary } from '../protocol.js';
import type { EngineClient } from './engineClient.js';

/** Columns asked for: so many marks can be told apart in a text. */
const PIXELS = 512;

/** What is marked on the chart of a run, all of its axis shown; none where the run goes meanwhile. */
export function marksOfRun(engine: EngineClient, run: RunSummary): Promise<readonly Mark[]> {
  return new Promise((resolve) => {
    const done = (marks: readonly Mark[]) => {
      view.dispose();
      lost.dispose();
      resolve(marks);
    };
    const lost = engine.onDidLoseRun((one) => {
      if (one.run === run.id) done([]);
    });
    const view = engine.openView((frame) => done(frame.marks));
    view.look({ run: run.id, axis: run.axes[0] ?? 'step', pixels: PIXELS, smoothing: 0 });
  });
}
