import type { Ending, Verdict } from '../analysis/index.js';
import type { Say } from './diagnosisText.js';

/** A row below a finding. */
export interface Detail {
  readonly text: string;
  /** Beside it, dim: what kind of row it is, or who says so. */
  readonly note: string;
  readonly icon: 'circle-slash' | 'question' | 'arrow-right';
}

/** What the verdict is not, its candidate causes, what to do: in the order of the page. */
export function detailsOfVerdict(verdict: Verdict, say: Say, cause: string): Detail[] {
  const { isNot, causes, advice } = verdict;
  return [
    ...isNot.map(({ because }): Detail => ({ text: say(because), note: '', icon: 'circle-slash' })),
    ...causes.map((one): Detail => ({ text: say(one), note: cause, icon: 'question' })),
    ...advice.map(
      ({ act, source }): Detail => ({
        text: say(act),
        note: source ? say(source) : '',
        icon: 'arrow-right',
      }),
    ),
  ];
}

export function detailsOfEnding({ advice }: Ending, say: Say): Detail[] {
  return advice.map((act): Detail => ({ text: say(act), note: '', icon: 'arrow-right' }));
}
