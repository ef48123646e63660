import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/command.js';
import { diagnose } from '../../../src/cli/diagnose.js';

/** The last lines of logs whose curves say nothing yet. */
const ENDS = [
  [
    'memory.log',
    'Traceback (most recent call last):\n  File "t.py", line 3, in <module>\ntorch.OutOfMemoryError: CUDA out of memory.',
  ],
  ['cancelled.log', 'slurmstepd: error: *** JOB 7 ON n1 CANCELLED AT 2026-01-02T03:04:05 ***'],
  ['stopped.log', '^C\nKeyboardInterrupt'],
  ['finished.log', 'Training completed in 3 min.'],
  ['caught.log', 'RuntimeError: CUDA out of memory.\nepoch 5/40 train_loss 1.6 val_loss 2.2'],
] as const;

let folder = '';
const fileOf = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'losscope-diagnose-'));
  const epochs = Array.from({ length: 40 }, (_, i) => i);
  const line = (i: number, val: number) =>
    `epoch ${i + 1}/40 train_loss ${(0.1 + 2.9 * 0.85 ** i).toFixed(4)} val_loss ${val.toFixed(4)}\n`;
  writeFileSync(fileOf('over.log'), epochs.map((i) => line(i, 1 + 0.002 * (i - 12) ** 2)).join(''));
  writeFileSync(
    fileOf('short.log'),
    epochs
      .slice(0, 4)
      .map((i) => line(i, 3 - 0.2 * i))
      .join(''),
  );
  const start = [0, 1, 2, 3].map((i) => line(i, 3 - 0.2 * i)).join('');
  for (const [name, end] of ENDS) writeFileSync(fileOf(name), `${start}${end}\n`);
  const steps = Array.from({ length: 200 }, (_, i) => i);
  const loss = (i: number) => (i === 120 ? 9 : 1 + 0.01 * Math.sin(5 * i));
  writeFileSync(fileOf('spike.log'), steps.map((i) => `step ${i} loss ${loss(i)}\n`).join(''));
  writeFileSync(fileOf('prose.log'), 'nothing to see here\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await diagnose.run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

describe('losscope diagnose', () => {
  it('lists the spikes that are over', async () => {
    const { out } = await run(fileOf('spike.log'));
    expect(out).toContain(
      '^ Loss spikes: 1\n    · At step 120: loss jumped from 0.998 to 9.00 and was back after 1 step.\n',
    );
    const { out: json } = await run('--json', fileOf('spike.log'));
    expect(JSON.parse(json).runs[0].spikes).toMatchObject([
      { place: 'step 120', line: 121, more: 0 },
    ]);
  });

  it('says what, why, by which numbers, and what to do', async () => {
    const { code, out } = await run(fileOf('over.log'));
    expect(code).toBe(0);
    expect(out).toContain('! Overfitting since epoch');
    expect(out).toMatch(/Val loss is \d+\u202f% above its best \(1\.00 at epoch 13\)/);
    expect(out).toContain('✓ Val level (median of 5)');
    expect(out).toContain('→ Keep the checkpoint of epoch 13');
  });

  it('says what it is not, its causes, and who gives the advice', async () => {
    const { out } = await run(fileOf('over.log'));
    expect(out).toMatch(
      /≠ Not generalisation stalled: val is \d+\u202f% above its best, more than 3/,
    );
    expect(out).toMatch(/\? Causes, the likeliest first: 1\. Too little data .*; 2\. Trained past/);
    expect(out).toMatch(/→ Keep the checkpoint of epoch 13 .*\[Prechelt 1998\]/);
    const { out: json } = await run('--json', fileOf('over.log'));
    const { isNot, causes, advice, sources } = JSON.parse(json).runs[0].verdicts[0];
    expect(isNot.map(({ code }: { code: string }) => code)).toContain('generalisation-stalled');
    expect(causes[0]).toMatch(/^Too little data/);
    expect(sources[0]).toBe('Prechelt 1998');
    expect(sources.length).toBe(advice.length);
  });

  it('exits 3 when a verdict is as grave as --fail-on', async () => {
    expect((await run(fileOf('over.log'), '--fail-on', 'warning')).code).toBe(3);
    expect((await run(fileOf('over.log'), '--fail-on=error')).code).toBe(0);
    expect((await run(fileOf('short.log'), '--fail-on', 'hint')).code).toBe(0);
  });

  it('says first how a run ended, with its line and what to do', async () => {
    const { out } = await run(fileOf('memory.log'));
    expect(out.split('\n').slice(1, 4)).toEqual([
      '  ✗ The training ran out of memory. Line 7 of the log says: torch.OutOfMemoryError: CUDA out of memory.',
      '    error, crashed',
      '    → Halve the batch size and accumulate gradients over two batches.',
    ]);
    expect((await run(fileOf('finished.log'))).out).toContain(
      'i The training has finished. Line 5',
    );
    expect((await run(fileOf('caught.log'))).out).not.toMatch(/crashed|memory/);
    const json = JSON.parse((await run(fileOf('memory.log'), '--json')).out);
    expect(json.runs[0].ending).toMatchObject({ how: 'crashed', cause: 'memory', line: 7 });
  });

  it('exits 3 for a crash as for a verdict, by how grave it is', async () => {
    const codes = async (level: string) => {
      const files = ENDS.map(([name]) => fileOf(name));
      return Promise.all(files.map(async (file) => (await run(file, '--fail-on', level)).code));
    };
    expect(await codes('error')).toEqual([3, 0, 0, 0, 0]);
    expect(await codes('warning')).toEqual([3, 3, 0, 0, 0]);
    expect((await run(fileOf('memory.log'))).code).toBe(0);
  });

  it('judges by the rules as they are set, by name or by a file', async () => {
    expect((await run(fileOf('over.log'), '--set', 'overfitting.severity=error')).out).toContain(
      'error, overfitting',
    );
    const settings = { 'editor.tabSize': 4, 'losscope.rules.overfitting.severity': 'off' };
    writeFileSync(fileOf('rules.json'), JSON.stringify(settings));
    const { out } = await run(fileOf('over.log'), `--rules=${fileOf('rules.json')}`);
    expect(out).not.toContain('Overfitting since');
  });

  it('says of a rule that cannot be set so what it takes', async () => {
    const wrong = [
      run(fileOf('over.log'), '--set', 'overfitting.risePercent=many'),
      run(fileOf('over.log'), '--set=overfitting'),
      run(fileOf('over.log'), '--rules', fileOf('none.json')),
    ];
    const said = await Promise.allSettled(wrong);
    expect(said.map((one) => one.status === 'rejected' && one.reason.message)).toEqual([
      'overfitting.risePercent takes 0.1 to 100 percent, not "many".',
      '--set needs a name and a value, such as overfitting.risePercent=5',
      expect.stringMatching(/^--rules: cannot read .*none\.json/),
    ]);
  });

  it('gives the same as one line of JSON a file', async () => {
    const { out } = await run(fileOf('over.log'), fileOf('short.log'), '--json');
    const [over, short] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(over.runs[0].verdicts[0]).toMatchObject({ code: 'overfitting', severity: 'warning' });
    expect(short.runs[0].verdicts[0].because).toBe(
      '4 of the 10 epochs that a verdict needs; train and val fall so far.',
    );
  });

  it('names a file without readings, and one that cannot be read', async () => {
    expect((await run(fileOf('prose.log'))).out).toContain('no readings found');
    const { code, out, err } = await run(fileOf('absent.log'), fileOf('over.log'));
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(out).toContain('Overfitting');
  });

  it('refuses what it does not understand', async () => {
    await expect(run()).rejects.toThrow(UsageError);
    await expect(run('--loud', 'a.log')).rejects.toThrow('--loud');
    await expect(run('--fail-on', 'panic', 'a.log')).rejects.toThrow('hint, warning or error');
  });
});
