import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Calls that show text to people, by room. The first argument is the English text, always a literal. */
const CALLS: readonly [room: string, call: RegExp][] = [
  ['src/extension', /\bl10n\.t\(\s*/g],
  ['src/analysis', /\bphrase\(\s*/g],
  ['src/engine', /\bphrase\(\s*/g],
  ['src/criteria', /\b(?:phrase|note)\(\s*/g],
  ['src/webview', /(?<![.\w])(?:t|phrase|translate)\(\s*/g],
];
const LITERAL = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/;

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('phrase.ts'))
    .map((name) => `${folder}/${name}`);
}

/** Literals of a room; both branches where the text is chosen by a condition. */
function literalsOf(room: string, call: RegExp): string[] {
  return filesOf(room).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(call)].flatMap((match) => {
      const literal = LITERAL.exec(text.slice(match.index + match[0].length));
      const raw = literal?.[1] ?? literal?.[2];
      return raw === undefined ? [] : [raw.replace(/\\(['"\\])/g, '$1')];
    });
  });
}

function table(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function holes(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

describe('translations', () => {
  const chinese = table('l10n/bundle.l10n.zh-cn.json');

  it.each(CALLS)('every text of %s has a Chinese row', (room, call) => {
    const missing = literalsOf(room, call).filter((text) => !Object.hasOwn(chinese, text));
    expect([...new Set(missing)].sort()).toEqual([]);
  });

  it('fills the same holes in both languages', () => {
    const wrong = Object.entries(chinese).filter(
      ([english, other]) => holes(english).join() !== holes(other).join(),
    );
    expect(wrong).toEqual([]);
  });

  it('writes the marks of Chinese beside Chinese, not the narrow ones', () => {
    // A pattern in a text is no sentence.
    const texts = Object.values(chinese).filter((text) => !/\(\?<|没有对应的/.test(text));
    const narrow = /\p{Script=Han}[,;:?!(]|[,;:?!)]\p{Script=Han}/u;
    expect(texts.filter((text) => narrow.test(text))).toEqual([]);
  });

  it('keeps the bundle sorted by key', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(chinese).sort());
  });

  it('has every %key% of package.json in both languages, and no other', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key,
    );
    const keys = [...new Set(used)].sort();
    expect(Object.keys(table('package.nls.json')).sort()).toEqual(keys);
    expect(Object.keys(table('package.nls.zh-cn.json')).sort()).toEqual(keys);
  });
});
