import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pause } from './house.js';

const folder = mkdtempSync(join(tmpdir(), 'losscope-watch-'));
const cli = join(folder, 'cli.cjs');
beforeAll(() => {
  buildSync({
    entryPoints: ['src/cli/cli.ts'],
    outfile: cli,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Event {
  readonly event: string;
  readonly x?: number;
  readonly y?: number | string;
  readonly [field: string]: unknown;
}

/** A `losscope watch --json` that runs, and what it has printed. */
function watching(...args: readonly string[]) {
  const child: ChildProcess = spawn(process.execPath, [cli, 'watch', '--json', ...args]);
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  const events = (): Event[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line): Event => JSON.parse(line));
  const of = (event: string) => events().filter((one) => one.event === event);
  return {
    of,
    points: () => of('point').map(({ metric, role, x, y }) => `${role} ${metric}@${x}=${y}`),
    async until(holds: () => boolean): Promise<void> {
      for (let tries = 0; !holds(); tries++) {
        if (tries > 600) throw new Error(`still waiting; printed: ${text.slice(-2000)}`);
        await pause(20);
      }
    },
    /** Milliseconds and exit code. */
    stop: () =>
      new Promise<{ ms: number; code: number | null }>((done) => {
        const at = performance.now();
        child.once('exit', (code) => done({ ms: performance.now() - at, code }));
        child.kill('SIGTERM');
      }),
  };
}

const line = (epoch: number, loss: number | string) =>
  `Epoch ${epoch}/50 - train_loss: ${loss} - val_loss: ${epoch / 2}\n`;

describe('losscope watch', () => {
  it('prints each point once, and ends within a second of SIGTERM', async () => {
    const file = join(folder, 'a.log');
    const watch = watching(file);
    await pause(300);
    writeFileSync(file, line(1, 0.5));
    await watch.until(() => watch.points().length === 2);
    appendFileSync(file, line(2, 0.25));
    await watch.until(() => watch.points().length === 4);
    const [point] = watch.of('point');
    expect(point).toMatchObject({ file, run: 0, attempt: 0, role: 'train', x: 1, xUnit: 'epoch' });
    expect(point).toMatchObject({ y: 0.5, line: 1, offset: 0 });
    expect(watch.of('run')[0]).toMatchObject({ file, run: 0 });
    const { ms, code } = await watch.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(1000);
  });

  it('with --state: after a restart only what is new, and what the past no longer says', async () => {
    const file = join(folder, 'b.log');
    const state = ['--state', join(folder, 'state')];
    writeFileSync(file, line(1, 0.5) + line(2, 0.25) + line(3, 0.125));
    const first = watching(...state, file);
    await first.until(() => first.points().length === 6);
    await first.stop();
    appendFileSync(file, line(4, 0.1));
    const second = watching(...state, file);
    await second.until(() => second.points().length === 2);
    await second.stop();
    expect(second.points()).toEqual(['train loss@4=0.1', 'val loss@4=2']);
    writeFileSync(file, line(1, 0.5) + line(2, 0.25) + line(3, 0.0625) + line(4, 0.1));
    const third = watching(...state, file);
    await third.until(() => third.points().length === 1 && third.of('withdrawn').length === 1);
    await third.stop();
    expect(third.points()).toEqual(['train loss@3=0.0625']);
    expect(third.of('withdrawn')[0]).toMatchObject({ x: 3, y: 0.125, line: 3 });
  });

  it('a verdict is an event, and --exec runs once with it in its environment', async () => {
    const file = join(folder, 'c.log');
    const said = join(folder, 'said');
    const lines = Array.from({ length: 12 }, (_, at) =>
      line(at + 1, at < 10 ? 1 / (at + 1) : 'nan'),
    );
    writeFileSync(file, lines.join(''));
    const watch = watching(file, '--on', 'error', '--exec', `echo "$LOSSCOPE_CODE" >> ${said}`);
    await watch.until(() => watch.of('verdict').some(({ code }) => code === 'nan'));
    await watch.until(() => existsSync(said));
    expect(watch.points()).toContain('train loss@11=NaN');
    await watch.stop();
  });

  it('a crash is told, and --exec runs for it once, and again for the next one', async () => {
    const file = join(folder, 'd.log');
    const said = join(folder, 'endings');
    const told = () => (existsSync(said) ? readFileSync(said, 'utf8').trim().split('\n') : []);
    writeFileSync(file, `${line(1, 0.5)}${line(2, 0.4)}RuntimeError: CUDA out of memory.\n`);
    const echo = `echo "$LOSSCOPE_ENDING $LOSSCOPE_CAUSE [$LOSSCOPE_CODE] $LOSSCOPE_BECAUSE" >> ${said}`;
    const watch = watching(file, '--on', 'error', '--exec', echo);
    await watch.until(() => watch.of('run').at(-1)?.state === 'crashed');
    expect(watch.of('run').at(-1)).toMatchObject({ ending: { cause: 'memory', line: 3 } });
    appendFileSync(file, `${line(3, 0.3)}ValueError: no\n`);
    await watch.until(() => told().length === 2);
    expect(told()).toEqual([
      'crashed memory [] Line 3 of the log says: RuntimeError: CUDA out of memory.',
      'crashed exception [] Line 5 of the log says: ValueError: no',
    ]);
    await watch.stop();
  }, 20_000);

  it('a run that finished is told, and is nothing to run a command for', async () => {
    const file = join(folder, 'e.log');
    const said = join(folder, 'none');
    writeFileSync(file, `${line(1, 0.5)}Training completed.\n`);
    const watch = watching(file, '--on', 'warning', '--exec', `echo x >> ${said}`);
    await watch.until(() => watch.of('run').at(-1)?.state === 'finished');
    await watch.stop();
    expect(existsSync(said)).toBe(false);
  }, 20_000);
});
