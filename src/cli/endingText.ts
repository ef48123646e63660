import { type Ending, sayPhrase } from '../analysis/index.js';

/** How a training ended, as data with its texts filled in; undefined while it may go on. */
export function plainEnding(ending: Ending | undefined): object | undefined {
  if (!ending) return undefined;
  const { how, cause, severity, title, because, advice, line } = ending;
  return {
    how,
    cause,
    severity,
    line,
    title: sayPhrase(title),
    because: sayPhrase(because),
    advice: advice.map(sayPhrase),
  };
}
