import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayPhrase } from '../../src/analysis/index.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import { type House, lossLines, openHouse } from './house.js';

const TRACE = `Traceback (most recent call last):
  File "train.py", line 8, in <module>
    step()
ValueError: shapes differ
`;

/** The only run, as a person is told of its end. */
function toldOf(house: House): string {
  const run = [...house.runs().values()][0];
  if (!run) return '-';
  return run.ending ? `${run.state}: ${sayPhrase(run.ending.because)}` : run.state;
}

function houseOn(file: string, text: string): House {
  const house = openHouse((name) => sourceReader(name));
  writeFileSync(house.path(file), text);
  house.send({ type: 'start', roots: [house.folder], exclude: [], everyVerdict: true });
  return house;
}

const says = (house: House, words: string) =>
  house.until(
    () => toldOf(house) === words,
    () => toldOf(house),
  );

describe('how runs end', () => {
  it('a crash at the end is told with its line, and taken back by the next one', async () => {
    const house = houseOn('train.log', lossLines(1, 20));
    await says(house, 'live');
    appendFileSync(house.path('train.log'), TRACE);
    await says(house, 'crashed: Line 24 of the log says: ValueError: shapes differ');
    appendFileSync(house.path('train.log'), lossLines(21, 22));
    await says(house, 'live');
    const codes = house.said.flatMap((one) =>
      one.type === 'verdict' ? [one.change.verdict.code] : [],
    );
    expect(codes).not.toContain('stalled-log');
  }, 20_000);

  it('a line that is no reading takes it back too', async () => {
    const house = houseOn('train.log', lossLines(1, 20) + TRACE);
    await says(house, 'crashed: Line 24 of the log says: ValueError: shapes differ');
    appendFileSync(house.path('train.log'), 'retrying with a smaller batch\n');
    await says(house, 'live');
  }, 20_000);

  it('a log of yesterday says at once how it ended', async () => {
    const house = houseOn('train.log', `${lossLines(1, 20)}\r\nTraining completed.\r\n`);
    await says(house, 'finished: Line 22 of the log says: Training completed.');
  }, 20_000);

  it('a last line without an end counts', async () => {
    const house = houseOn('train.log', `${lossLines(1, 20)}Killed`);
    await says(house, 'crashed: Line 21 of the log says: Killed');
  }, 20_000);

  it('the end of a log of 300 kB of noise is found, in UTF-16 as well', async () => {
    const noise = 'loading one more shard of the data\n'.repeat(9000);
    const text = `${lossLines(1, 20)}${noise}${TRACE}`;
    const house = houseOn('train.log', '');
    writeFileSync(house.path('train.log'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    await says(house, 'crashed: Line 9024 of the log says: ValueError: shapes differ');
  }, 20_000);

  it('what another content of the name says is another matter', async () => {
    const house = houseOn('train.log', lossLines(1, 20) + TRACE);
    await says(house, 'crashed: Line 24 of the log says: ValueError: shapes differ');
    writeFileSync(house.path('next'), lossLines(1, 24));
    renameSync(house.path('next'), house.path('train.log'));
    await house.until(() => [...house.runs().values()].some(({ state }) => state === 'live'));
  }, 20_000);
});
