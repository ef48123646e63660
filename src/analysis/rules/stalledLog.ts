import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import { writeSeconds } from '../numbers.js';
import { phrase } from '../phrase.js';
import type { Finding, Rule } from './rule.js';

/** Silence that counts, at least, in seconds … */
const LEAST_SECONDS = 60;
/** … and as a multiple of the usual interval between two lines. Ours, untested by others. */
const INTERVALS = 10;

/** Stalled log: lines came in a rhythm, and none has come for a long while. Says nothing of the curves. */
function judge({ clock, judged, traces }: RunEvidence): Finding | undefined {
  const trace = judged ?? traces[0];
  const silence = clock.silence;
  const needed = Math.max(LEAST_SECONDS, INTERVALS * clock.interval);
  if (!trace || !clock.hasRhythm || !(silence > needed)) return undefined;
  const since = trace.here();
  return {
    severity: 'warning',
    since,
    tell: () => ({
      title: phrase('No new line for {0}.', writeSeconds(clock.silence)),
      because: phrase(
        'Lines came every {0} until {1}; the process may hang or wait for data. The curves are sound.',
        writeSeconds(clock.interval),
        namePlace(trace, since).name,
      ),
      evidence: [
        {
          label: phrase('Silence'),
          measured: writeSeconds(clock.silence),
          needed: phrase('> {0} (10 intervals, 1 min at least)', writeSeconds(needed)),
          holds: true,
        },
      ],
      advice: [
        phrase('See whether the process still runs and uses its device.'),
        phrase('Look for a data loader or a collective operation that waits.'),
      ],
    }),
  };
}

export const stalledLog: Rule = {
  code: 'stalled-log',
  kind: 'alarm',
  at: 'clock',
  needs: {},
  steadyFor: 1,
  judge,
  examples: [{ title: 'curves alone', train: [3, 2, 1], speaks: false }],
};
