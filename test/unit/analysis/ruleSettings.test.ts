import { describe, expect, it } from 'vitest';
import {
  createDiagnosis,
  LIMITS,
  readRuleSettings,
  sayPhrase,
  settableNames,
} from '../../../src/analysis/index.js';
import { RULES } from '../../../src/analysis/rules/index.js';
import { lossOf } from './verdictsOf.js';

const falling = Array.from({ length: 40 }, (_, i) => 0.1 + 2.9 * 0.85 ** i);
const turning = Array.from({ length: 40 }, (_, i) => 1 + 0.002 * (i - 12) ** 2);

/** What is said at the end, and when overfitting was first said, of a run judged as set. */
function judged(set: Record<string, unknown>, val = turning) {
  const { settings, wrong } = readRuleSettings(Object.entries(set));
  const diagnosis = createDiagnosis(settings);
  const train = diagnosis.addSeries(lossOf('loss', 'train'), 'epoch');
  const other = diagnosis.addSeries(lossOf('val_loss', 'val'), 'epoch');
  let first: number | undefined;
  falling.forEach((y, x) => {
    const changes = [
      ...diagnosis.push(train, { x, y }),
      ...diagnosis.push(other, { x, y: val[x] ?? 0 }),
    ];
    const isSaid = changes.some(
      ({ change, verdict }) => change === 'raised' && verdict.code === 'overfitting',
    );
    if (isSaid) first ??= x;
  });
  const said = diagnosis.active().map(({ code, severity }) => `${code} ${severity}`);
  return { said, first: first ?? Number.NaN, wrong: wrong.map(sayPhrase) };
}

describe('rule settings', () => {
  it('name every rule but the state a run begins in, and every limit once', () => {
    const names = settableNames().map(([name]) => name);
    const severities = RULES.slice(0, -1).map(({ code }) => `${code}.severity`);
    expect([...names].sort()).toEqual([...severities, ...Object.keys(LIMITS)].sort());
  });

  it('left alone change nothing', () => {
    expect(judged(Object.fromEntries(settableNames()))).toEqual(judged({}));
  });

  it('turn a rule off; the state of the run is said in its place', () => {
    expect(judged({}).said).toEqual(['overfitting warning']);
    expect(judged({ 'overfitting.severity': 'off' }).said).toEqual(['too-early info']);
  });

  it('say a rule as loud as they are told', () => {
    expect(judged({ 'overfitting.severity': 'error' }).said).toEqual(['overfitting error']);
    expect(judged({ 'overfitting.severity': 'info' }).said[0]).toBe('overfitting info');
  });

  it('make a state as loud as they are told', () => {
    const { said } = judged({ 'learning.severity': 'hint' }, falling);
    expect(said).toEqual(['learning hint']);
  });

  it('with more patience say the same later', () => {
    const usual = judged({}).first;
    expect(judged({ patience: 6 }).first).toBe(usual + 3);
    expect(judged({ patience: 1 }).first).toBe(usual - 2);
  });

  it('with a higher threshold say the same later, or not at all', () => {
    const { first } = judged({ 'overfitting.risePercent': 20 });
    expect(first).toBeGreaterThan(judged({}).first);
    expect(judged({ 'overfitting.sigmas': 50, 'overfitting.risePercent': 100 }).first).toBeNaN();
  });

  it('say one line of each value that cannot be used, and use the measured one', () => {
    const { said, wrong } = judged({
      'overfitting.risePercent': -3,
      'overfitting.severity': 'loud',
      'spike.sigmas': 'many',
      'no-such.severity': 'off',
      'stalled-log.seconds': 1,
    });
    expect(said).toEqual(['overfitting warning']);
    expect(wrong).toEqual([
      'overfitting.risePercent takes 0.1 to 100 percent, not -3.',
      'overfitting.severity takes default, off, info, hint, warning, error, not "loud".',
      'spike.sigmas takes a number from 2 to 100, not "many".',
      'There is no setting no-such.severity of the rules.',
      'stalled-log.seconds takes 5 to 86400 seconds, not 1.',
    ]);
  });
});
