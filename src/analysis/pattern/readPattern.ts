import { phrase } from '../phrase.js';
import { HAS_NAMED_GROUP, readNamedGroups } from './namedGroups.js';
import { faultAt, type ParsedPattern, type PatternFault } from './pattern.js';
import { readShortForm } from './shortForm.js';

/** A longer pattern is a mistake; its program would be large for every line. */
const LONGEST = 1000;

/** Understands a pattern of the user: with a named group a regular expression, else the short form. */
export function readPattern(text: string): ParsedPattern | PatternFault {
  if (text.trim() === '') {
    const message = phrase('The pattern is empty. Write for instance \\step \\loss \\val_loss.');
    return { message, at: 0, length: 0 };
  }
  if (text.length > LONGEST)
    return faultAt(text, LONGEST, text.length - LONGEST, (character) =>
      phrase('Character {0}: a pattern is at most {1} characters long.', character, LONGEST),
    );
  return HAS_NAMED_GROUP.test(text) ? readNamedGroups(text) : readShortForm(text);
}
