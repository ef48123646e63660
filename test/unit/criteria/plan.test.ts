import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { criterionOf } from '../../../src/criteria/catalogue.js';
import { applyEdits } from '../../../src/criteria/draft.js';
import { english } from '../../../src/criteria/note.js';
import { type InsertionWish, isRefusal, planInsertion } from '../../../src/criteria/plan.js';
import { CASES } from './insertions.js';

type Options = Omit<InsertionWish, 'criterion' | 'line' | 'body'>;

const bodyOf = (id: string): string =>
  readFileSync(resolve('media/criteria/pytorch', `${id}.py`), 'utf8');
const classOf = (id: string): string => bodyOf(id).slice(bodyOf(id).indexOf('class ')).trimEnd();

function inserted(before: string, id: string, line: number, options: Options = {}): string {
  const criterion = criterionOf(id);
  if (!criterion) throw new Error(`no criterion ${id}`);
  const body = criterion.kind === 'class' ? { body: bodyOf(id) } : {};
  const outcome = planInsertion(before, { criterion, line, ...body, ...options });
  return isRefusal(outcome)
    ? `refused: ${english(outcome.refused)}`
    : applyEdits(before, outcome.edits);
}

/** `<focal>` in an expected text stands for the class as the body file has it, `in full` with torch.nn. */
const written = (text: string): string =>
  text.replace(/<(\w+)( in full)?>/g, (_, id: string, full?: string) =>
    full ? classOf(id).replaceAll(/\bnn\./g, 'torch.nn.') : classOf(id),
  );

describe('insertion', () => {
  it.each(CASES)('$title', ({ before, id, line, after, options }) => {
    expect(inserted(before, id, line, options)).toBe(written(after));
  });

  it.each(['focal', 'binary_focal', 'cosface'])('a second %s adds only the line', (id) => {
    const once = inserted('import torch as th\n\nmodel = make()\n', id, 3);
    const lines = once.split('\n');
    const at = lines.findIndex((line) => line.startsWith('criterion ='));
    const twice = inserted(once, id, at + 1).split('\n');
    expect(twice).toEqual([...lines.slice(0, at + 1), lines[at], ...lines.slice(at + 1)]);
  });

  it('CRLF and a byte order mark stay', () => {
    const before = '\uFEFFimport torch\r\nx = 1\r\n';
    const after = inserted(before, 'focal', 2);
    expect(after.startsWith('\uFEFF')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after.endsWith('criterion = FocalLoss(gamma=2.0)\r\n')).toBe(true);
  });

  it('tabs stay tabs, in the class too', () => {
    const before = 'import torch\n\n\ndef main():\n\tx = 1\n';
    const after = inserted(before, 'cosface', 5);
    expect(after).toContain('\n\tcriterion = CosFaceLoss(');
    expect(after).toContain('\n\tdef __init__(\n\t\tself,');
    expect(after).not.toMatch(/^ {4}/m);
  });

  it('a builtin whose name is taken is spelled in full', () => {
    expect(inserted('nn = 3\n', 'mse', 1)).toBe(
      'import torch\n\nnn = 3\ncriterion = torch.nn.MSELoss()\n',
    );
  });
});
