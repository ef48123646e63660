import { sayPhrase, type Verdict } from '../analysis/index.js';

/** What a verdict is not, its causes and the advice as data, the texts filled in. */
export function plainAccount({ isNot, causes, advice }: Verdict) {
  return {
    isNot: isNot.map(({ code, because }) => ({ code, because: sayPhrase(because) })),
    causes: causes.map(sayPhrase),
    advice: advice.map(({ act }) => sayPhrase(act)),
    /** Beside each advice who says so. */
    sources: advice.map(({ source }) => (source ? sayPhrase(source) : null)),
  };
}
