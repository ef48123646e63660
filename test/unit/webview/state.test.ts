import { describe, expect, it } from 'vitest';
import {
  type PageState,
  reduce,
  smoothingOf,
  startState,
  wishOf,
} from '../../../src/webview/state.js';
import { frameOf } from '../../webview/frames.js';
import { overfitting, sound } from '../../webview/runs.js';

const long = frameOf(overfitting());
const short = frameOf(sound());
const searched = { files: 2, candidates: 2, ms: 1 };

function listed(state: PageState = startState(undefined)): PageState {
  return reduce(state, { type: 'runs', runs: [long.run, short.run], searched });
}

describe('the state of the page', () => {
  it('shows the newest run when nothing was wished', () => {
    expect(listed().run).toBe(long.run.id);
  });

  it('keeps a remembered run while the search goes on, and gives it up after it', () => {
    const saved = startState({ run: 'gone' });
    const during = reduce(saved, { type: 'runs', runs: [short.run], searched: undefined });
    expect(during.run).toBe('gone');
    expect(wishOf(during, 1000)).toBeUndefined();
    expect(listed(during).run).toBe(long.run.id);
  });

  it('ignores a frame of another run', () => {
    expect(reduce(listed(), { type: 'frame', frame: short }).frame).toBeUndefined();
    expect(reduce(listed(), { type: 'frame', frame: long }).frame).toBe(long);
  });

  it('keeps its window over frames and loses it with the axis or the run', () => {
    const zoomed = reduce(listed(), { type: 'set', settings: { window: { from: 5, to: 9 } } });
    const grown = reduce(zoomed, { type: 'frame', frame: long });
    expect(wishOf(grown, 1000)).toMatchObject({ from: 5, to: 9 });
    const other = reduce(grown, { type: 'set', settings: { axis: 'epoch' } });
    expect(wishOf(other, 1000)).toEqual({
      run: long.run.id,
      axis: 'epoch',
      pixels: 1000,
      smoothing: 0.97,
    });
    expect(reduce(grown, { type: 'choose', run: short.run.id }).settings.window).toBeUndefined();
  });

  it('smooths many points and leaves few as they are', () => {
    const { settings } = startState(undefined);
    expect(smoothingOf(short.run, settings)).toBe(0);
    expect(smoothingOf(long.run, settings)).toBe(0.97);
    expect(smoothingOf(long.run, { ...settings, smoothing: 0.5 })).toBe(0.5);
  });
});
