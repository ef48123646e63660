import { describe, expect, it } from 'vitest';
import { cardsOf } from '../../../src/webview/cards.js';
import { limitsOf } from '../../../src/webview/chart/limits.js';
import { writeExact, writeShort, writeTick, writeValue } from '../../../src/webview/numbers.js';
import { stepOf, weightAt } from '../../../src/webview/panels/toolbar.js';
import { frameOf } from '../../webview/frames.js';
import { breaking, overfitting } from '../../webview/runs.js';

describe('cards', () => {
  it('put the loss first, with both splits and the learning rate under it', () => {
    const cards = cardsOf(frameOf(overfitting()));
    expect(cards.map(({ metric }) => metric)).toEqual(['loss', 'accuracy', 'grad norm', 'lr']);
    expect(cards[0]?.curves.map(({ label }) => label)).toEqual(['train', 'val']);
    expect(cards[0]?.rate?.hue).toBe('lr');
  });
});

describe('limits of the y axis', () => {
  it('cut an explosion off and say how far it went', () => {
    const [card] = cardsOf(frameOf(breaking()));
    const cut = limitsOf(card?.curves ?? [], 0, 696, { isLog: false, isClipped: true });
    expect(cut.max).toBeLessThan(3);
    expect(cut.clippedUpTo).toBeGreaterThan(1e20);
    const whole = limitsOf(card?.curves ?? [], 0, 696, { isLog: false, isClipped: false });
    expect(whole.clippedUpTo).toBeUndefined();
  });

  it('exist where there is no point', () => {
    expect(limitsOf([], 0, 1, { isLog: false, isClipped: true })).toMatchObject({ min: 0, max: 1 });
  });
});

describe('numbers on the page', () => {
  it.each([
    [writeValue(0.07241, 'loss'), '0.0724'],
    [writeValue(0.983, 'percent'), '98.3\u202f%'],
    [writeValue(Number.NaN, 'percent'), 'NaN'],
    [writeValue(3e-4, 'rate'), '3e-4'],
    [writeExact(0.50583, 'loss'), '0.5058'],
    [writeShort(12_400), '12.4k'],
    [writeShort(1_250_000), '1.25M'],
    [writeTick(0, 0.5, 'loss'), '0'],
    [writeTick(1, 0.5, 'loss'), '1.0'],
  ])('are written as %s', (text, wanted) => expect(text).toBe(wanted));

  it('lie evenly on the slider', () => {
    expect([0, 20, 40, 60].map(weightAt)).toEqual([0, 0.9, 0.99, 0.999]);
    expect(stepOf(0.99)).toBeCloseTo(40);
  });
});
