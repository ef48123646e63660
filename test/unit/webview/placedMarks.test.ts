import { describe, expect, it } from 'vitest';
import { phrase } from '../../../src/analysis/index.js';
import type { Mark } from '../../../src/protocol.js';
import { sentencesOf } from '../../../src/webview/chart/markWords.js';
import {
  marksAt,
  nextMark,
  type Plot,
  placeMarks,
} from '../../../src/webview/chart/placedMarks.js';

const PLOT: Plot = {
  left: 50,
  right: 1050,
  top: 24,
  bottom: 324,
  foot: 376,
  toX: (x) => 50 + x,
  toY: (y) => 324 - 100 * y,
};
const ALL = { from: 0, to: 1000 };

const mark = (kind: Mark['kind'], x: number, more: Partial<Mark> = {}): Mark => ({
  kind,
  x,
  series: 0,
  line: x + 1,
  label: phrase('at {0}', x),
  ...more,
});
const xs = (marks: readonly Mark[], window = ALL) =>
  placeMarks(marks, window, PLOT).map((one) => one.mark.x);

describe('marks on the screen', () => {
  it('share a shape where they are near, the highest spike standing for the others', () => {
    const spikes = [100, 104, 110, 113, 300].map((x, index) => mark('spike', x, { y: index }));
    const placed = placeMarks(spikes, ALL, PLOT);
    expect(placed.map((one) => [one.mark.x, one.others.length])).toEqual([
      [110, 2],
      [113, 0],
      [300, 0],
    ]);
  });

  it('of different kinds at one place are told together', () => {
    const marks = [mark('lr-drop', 200), mark('restart', 202), mark('spike', 201, { y: 9 })];
    const placed = placeMarks(marks, ALL, PLOT);
    expect(marksAt(placed, 251, 28, PLOT).map((one) => one.mark.kind)).toEqual([
      'spike',
      'restart',
      'lr-drop',
    ]);
    expect(marksAt(placed, 251, 200, PLOT).map((one) => one.mark.kind)).not.toContain('spike');
  });

  it('a span is meant on its bar and its edge, not on the curves under it', () => {
    const placed = placeMarks([mark('onset', 400, { to: 1000, severity: 'warning' })], ALL, PLOT);
    expect(marksAt(placed, 800, 20, PLOT).length).toBe(1);
    expect(marksAt(placed, 451, 200, PLOT).length).toBe(1);
    expect(marksAt(placed, 800, 200, PLOT).length).toBe(0);
  });

  it('outlive a zoom: what lies outside is gone, a span that began before is cut', () => {
    const marks = [
      mark('onset', 400, { to: 1000 }),
      mark('best', 300, { y: 1 }),
      mark('spike', 700, { y: 9 }),
    ];
    const window = { from: 600, to: 650 };
    const zoomed = { ...PLOT, toX: (x: number) => 50 + 20 * (x - 600) };
    expect(xs(marks)).toEqual([300, 400, 700]);
    const [span, ...others] = placeMarks(marks, window, zoomed);
    expect(others).toEqual([]);
    expect([span?.px, span?.end]).toEqual([50, 1050]);
  });

  it('a best point above the shown part of the axis is not drawn', () => {
    expect(xs([mark('best', 300, { y: 7 })])).toEqual([]);
  });

  it('are walked in order and around', () => {
    const placed = placeMarks([mark('lr-drop', 500), mark('restart', 100)], ALL, PLOT);
    const keys = placed.map(({ key }) => key);
    const step = (key: string | undefined, px: number, by: 1 | -1) =>
      nextMark(placed, { key, px }, by)?.key;
    expect(step(undefined, Number.NEGATIVE_INFINITY, 1)).toBe(keys[0]);
    expect(step(keys[0], 150, 1)).toBe(keys[1]);
    expect(step(keys[1], 550, 1)).toBe(keys[0]);
    expect(step(undefined, 400, -1)).toBe(keys[0]);
  });

  it('say at most three of those that share a shape, and how many are left', () => {
    const marks = [0, 1, 2, 3, 4].map((x) => mark('spike', x, { y: x }));
    const [one] = placeMarks(marks, ALL, PLOT);
    expect(one && sentencesOf(one)).toEqual(['at 4', 'at 0', 'at 1', '2 more beside it.']);
  });
});
