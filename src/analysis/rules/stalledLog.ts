import type { RunEvidence } from '../evidence/evidence.js';
import { namePlace } from '../evidence/place.js';
import { writeSeconds } from '../numbers.js';
import { phrase } from '../phrase.js';
import { advise } from './account.js';
import type { Finding, Rule } from './rule.js';

/**
 * Stalled log: lines came in a rhythm, and none has come for a long while (10 intervals, a minute at
 * least: ours, untested by others). Says nothing of the curves.
 */
function judge({ clock, judged, traces, limits }: RunEvidence): Finding | undefined {
  const trace = judged ?? traces[0];
  const silence = clock.silence;
  const least = limits['stalled-log.seconds'];
  const intervals = limits['stalled-log.intervals'];
  const needed = Math.max(least, intervals * clock.interval);
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
          needed: phrase(
            '> {0} ({1} intervals, {2} at least)',
            writeSeconds(needed),
            intervals,
            writeSeconds(least),
          ),
          holds: true,
        },
      ],
      isNot: [],
      causes: [],
      advice: [
        advise(phrase('See whether the process still runs and uses its device.')),
        advise(phrase('Look for a data loader or a collective operation that waits.')),
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
