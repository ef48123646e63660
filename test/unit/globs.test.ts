import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../src/engine/sources/globs.js';
import { tokensOf } from '../../src/engine/sources/globTokens.js';
import { walkGlob } from '../../src/engine/sources/globWalk.js';

describe('globs', () => {
  it.each([
    ['**/node_modules', 'a/b/node_modules/c/d.log', true],
    ['**/*.{log,out}', 'runs/3/train.out', true],
    ['**/.git/objects/**', '.git/objects/ab/cd', true],
    ['runs/[0-9]/train.log', 'runs/x/train.log', false],
    ['runs/[!0-9]/train.log', 'runs/x/train.log', true],
    ['*.log', 'runs/train.log', false],
    ['**/a*b*c*d*e', 'x/a1b2c3d4e', true],
    ['**/a*b*c*d*e', 'x/a1b2c3d4', false],
  ])('%s on %s: %s', (glob, path, matches) => {
    expect(globMatcher([glob])(path)).toBe(matches);
    expect(walkGlob(tokensOf(glob), path)).toBe(matches);
  });

  const token = fc.constantFrom(
    '**/',
    '/**',
    '**',
    '*',
    '?',
    '{a,b/*}',
    '[a-b]',
    'a',
    'b',
    '/',
    '.',
  );
  const path = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 14 });

  it('a walk says what an expression says', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 3 }), path, (tokens, letters) => {
        const glob = tokens.join('');
        // Three wildcards at most: the matcher asks an expression.
        if ((glob.match(/\*+/g) ?? []).length > 3) return;
        const name = letters.join('');
        expect(walkGlob(tokensOf(glob), name)).toBe(globMatcher([glob])(name));
      }),
      { numRuns: 3000 },
    );
  });

  it('many wildcards cost no more than their number', () => {
    const isExcluded = globMatcher([`**/${'a*'.repeat(50)}x`, `${'**/a'.repeat(50)}/x`]);
    expect(isExcluded('a'.repeat(250))).toBe(false);
    expect(isExcluded('a/'.repeat(120))).toBe(false);
  });
});
