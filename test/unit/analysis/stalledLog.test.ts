import { describe, expect, it } from 'vitest';
import { createDiagnosis, sayPhrase, type XUnit } from '../../../src/analysis/index.js';
import { lossOf } from './verdictsOf.js';

/** A silence at which somebody looks: after that many lines, for so many seconds. */
interface Look {
  readonly line: number;
  readonly seconds: number;
}

/** Lines at these times (seconds), and what is said of the log at each look, by severity. */
function said(times: readonly number[], looks: readonly Look[], xUnit: XUnit = 'step'): string[] {
  const diagnosis = createDiagnosis();
  const train = diagnosis.addSeries(lossOf('loss', 'train'), xUnit);
  return times.flatMap((time, x) => {
    diagnosis.push(train, { x, y: 3 * 0.99 ** x, time });
    expect(severityOf(diagnosis.active())).toBe('-');
    return looks
      .filter(({ line }) => line === x)
      .map(({ seconds }) => {
        diagnosis.look(time + seconds);
        return severityOf(diagnosis.active());
      });
  });
}

const severityOf = (verdicts: readonly { code: string; severity: string }[]): string =>
  verdicts.find(({ code }) => code === 'stalled-log')?.severity ?? '-';

/** The times of lines with these pauses before each of them. */
function timesOf(count: number, pauseBefore: (line: number) => number): number[] {
  let time = 1e9;
  return Array.from({ length: count }, (_, line) => {
    time += line === 0 ? 0 : pauseBefore(line);
    return time;
  });
}

/** A line a second, and five minutes of validation after each 200. */
const validating = timesOf(1000, (line) => (line % 200 === 0 ? 300 : 1));

describe('stalled log', () => {
  it('a steady log is accused after a minute by a hint, after ten as a warning', () => {
    const steady = timesOf(300, () => 1);
    const looks = [50, 70, 590, 601].map((seconds) => ({ line: 299, seconds }));
    expect(said(steady, looks)).toEqual(['-', 'hint', 'hint', 'warning']);
  });

  it('where every line is an epoch it is a warning at once', () => {
    const epochs = timesOf(30, () => 2);
    expect(said(epochs, [{ line: 29, seconds: 70 }], 'epoch')).toEqual(['warning']);
  });

  it('the first pause is no more than a hint, later ones like it are nothing', () => {
    const looks = [199, 399, 599, 799].map((line) => ({ line, seconds: 299 }));
    expect(said(validating, looks)).toEqual(['hint', '-', '-', '-']);
  });

  it('twice the longest usual pause is a stall, wherever it comes', () => {
    const looks = [450, 599, 999].flatMap((line) =>
      [550, 610].map((seconds) => ({ line, seconds })),
    );
    expect(said(validating, looks)).toEqual(['-', 'warning', '-', 'warning', '-', 'warning']);
  });

  it('a long validation among short checkpoints is remembered', () => {
    const times = timesOf(3000, (line) => (line % 1000 === 0 ? 1200 : line % 50 === 0 ? 40 : 1));
    const looks = [1999, 2049, 2999].map((line) => ({ line, seconds: 1190 }));
    expect(said(times, looks)).toEqual(['-', '-', '-']);
  });

  it('one night of sleep is forgotten when nothing like it came for long', () => {
    const times = timesOf(2000, (line) => (line === 300 ? 30_000 : line % 200 === 0 ? 100 : 1));
    const looks = [350, 1900].map((line) => ({ line, seconds: 700 }));
    expect(said(times, looks)).toEqual(['-', 'warning']);
  });

  it('slow epochs are waited for', () => {
    const times = timesOf(20, (line) => 1200 + 30 * (line % 3));
    expect(
      said(
        times,
        [11_000, 13_000].map((seconds) => ({ line: 19, seconds })),
      ),
    ).toEqual(['-', 'warning']);
  });

  it('without a rhythm nothing is said', () => {
    expect(
      said(
        timesOf(5, () => 1),
        [{ line: 4, seconds: 5000 }],
      ),
    ).toEqual(['-']);
  });

  it('a burst is one beat', () => {
    const bursts = timesOf(200, (line) => (line % 20 === 0 ? 60 : 0));
    const looks = [500, 610].map((seconds) => ({ line: 199, seconds }));
    expect(said(bursts, looks)).toEqual(['-', 'warning']);
  });

  it('says which pauses it knows', () => {
    const diagnosis = createDiagnosis();
    const train = diagnosis.addSeries(lossOf('loss', 'train'), 'step');
    validating.forEach((time, x) => {
      diagnosis.push(train, { x, y: 1, time });
    });
    diagnosis.look((validating.at(-1) ?? 0) + 700);
    const verdict = diagnosis.active().find(({ code }) => code === 'stalled-log');
    expect(verdict && sayPhrase(verdict.because)).toContain('with pauses of up to 5');
  });
});
