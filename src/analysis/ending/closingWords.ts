/**
 * What writers say when all is done. `own`: words that only a training says at its end, also believed
 * behind an exception (it was caught); the others may be those of the shell script around it.
 */
export interface ClosingWords {
  readonly isOwn: boolean;
}

const OWN =
  /\btrain_runtime\b|`?Trainer\.fit`? stopped: `?max_(?:epochs|steps|time)|^\d+ epochs completed in \d|\bTraining completed\. Do not forget to share your model\b|\bdone training in \d|\bOptimization Done\.|\bTotal training time: \d/;

const END = '(?:completed?|finished|done|ended|over)';
const ANY = new RegExp(
  [
    String.raw`\b(?:training|fine-?tuning|optimi[sz]ation|experiment)(?: (?:run|loop|process|phase|job))?(?: is| has| was)?(?: been)?(?: successfully)? ${END}\b`,
    String.raw`\b(?:finished|completed|done|ended)(?: with)? (?:the )?(?:training|fine-?tuning)\b`,
    String.raw`\bend of training\b`,
    String.raw`\b(?:saving|saved) (?:the )?final (?:model|checkpoint|weights)\b`,
    String.raw`\bfinal (?:model|checkpoint|weights) (?:was |is )?saved\b`,
    String.raw`\bearly stopping (?:was )?(?:triggered|at|after)\b|\bstopp(?:ed|ing) early\b`,
    '^(?:all )?(?:done|finished)[.!]*$',
    String.raw`^finished\. total elapsed time\b`,
    '训练(?:已经|已)?(?:完成|结束|完毕)',
  ].join('|'),
  'i',
);

/** An epoch, a fold or a step that is done is not the training; nor is what shall or did not happen. */
const PART =
  /\b(?:epoch|fold|step|iter(?:ation)?|stage|batch|phase|round|task|cycle)s?\b(?! completed in\b)|\b(?:until|when|after|once|before|not|if|will|resum\w+) (?:the )?(?:training|finished|done|complete)|第\s*\d+/i;

/** Does a writer close here? Undefined: no. */
export function closingWords(text: string): ClosingWords | undefined {
  if (text.length > LONGEST) return undefined;
  if (OWN.test(text)) return { isOwn: true };
  return text.split(SENTENCE).some(closes) ? { isOwn: false } : undefined;
}

/** What a sentence says beside it, of the best epoch for instance, is no part of what is done. */
const SENTENCE = /(?<=[.!;。！；])\s+/;

function closes(sentence: string): boolean {
  const isStop = /early stopping|stopp(?:ed|ing) early/i.test(sentence);
  return ANY.test(sentence) && (isStop || !PART.test(sentence));
}

/** Who closes is brief; a dump of settings may hold any word. */
const LONGEST = 400;
