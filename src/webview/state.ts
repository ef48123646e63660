import type { Axis, Frame, RunSummary, Searched, ToWebview, View } from '../protocol.js';

/** What the user chose; kept by the editor across reloads. */
export interface Settings {
  /** undefined: the natural axis of the run. */
  readonly axis?: Axis | undefined;
  readonly isLogY: boolean;
  readonly isClipped: boolean;
  /** Weight of the moving average, 0 to 0.999; undefined: by the number of points. */
  readonly smoothing?: number | undefined;
  /** Visible part of the axis; undefined: all of it, growing. */
  readonly window?: { readonly from: number; readonly to: number } | undefined;
}

export interface PageState {
  readonly run: string | undefined;
  readonly runs: readonly RunSummary[];
  readonly searched: Searched | undefined;
  readonly hasList: boolean;
  readonly frame: Frame | undefined;
  readonly settings: Settings;
  readonly muted: ReadonlySet<string>;
  readonly isWhyOpen: boolean;
}

/** What the user does on the page itself. */
export type Act =
  | { readonly type: 'choose'; readonly run: string }
  | { readonly type: 'set'; readonly settings: Partial<Settings> }
  | { readonly type: 'why' };

/** What survives a reload of the window: wishes, never points. */
export interface Saved {
  readonly run?: string | undefined;
  readonly settings?: Partial<Settings> | undefined;
}

const DEFAULTS: Settings = { isLogY: false, isClipped: true };

export function startState(saved: Saved | undefined): PageState {
  return {
    run: saved?.run,
    runs: [],
    searched: undefined,
    hasList: false,
    frame: undefined,
    settings: { ...DEFAULTS, ...saved?.settings },
    muted: new Set(),
    isWhyOpen: false,
  };
}

/** The page after a message of the host or an act of the user. */
export function reduce(state: PageState, message: ToWebview | Act): PageState {
  switch (message.type) {
    case 'hello':
      return { ...state, run: state.run ?? message.run };
    case 'runs':
      return listRuns(state, message.runs, message.searched);
    case 'frame':
      return message.frame.run.id === state.run ? { ...state, frame: message.frame } : state;
    case 'show':
    case 'choose':
      return showRun(state, message.run);
    case 'muted':
      return { ...state, muted: withMember(state.muted, message.run, message.muted) };
    case 'set':
      return { ...state, settings: changeSettings(state.settings, message.settings) };
    case 'why':
      return { ...state, isWhyOpen: !state.isWhyOpen };
    case 'picture':
      return state;
  }
}

/** The run as it is known best: the frame is fresher than the list. */
export function shownRun({ run, runs, frame }: PageState): RunSummary | undefined {
  if (run === undefined) return undefined;
  return frame?.run.id === run ? frame.run : runs.find(({ id }) => id === run);
}

/** The window to ask for; undefined while there is no run or no room to draw it. */
export function wishOf(state: PageState, pixels: number): View | undefined {
  const run = shownRun(state);
  if (!run || !(pixels >= 1)) return undefined;
  const { window } = state.settings;
  return {
    run: run.id,
    axis: axisOf(run, state.settings),
    pixels: Math.min(32_768, Math.round(pixels)),
    smoothing: smoothingOf(run, state.settings),
    ...(window ? { from: window.from, to: window.to } : {}),
  };
}

export function axisOf(run: RunSummary, { axis }: Settings): Axis {
  return axis && run.axes.includes(axis) ? axis : (run.axes[0] ?? 'step');
}

/** A few points are shown as they are; many are mostly noise around a line. */
export function smoothingOf(run: RunSummary, { smoothing }: Settings): number {
  if (smoothing !== undefined) return smoothing;
  const longest = Math.max(0, ...run.series.map(({ count }) => count));
  if (longest < 100) return 0;
  if (longest < 1000) return 0.8;
  return longest < 5000 ? 0.97 : 0.99;
}

function listRuns(
  state: PageState,
  runs: readonly RunSummary[],
  searched: Searched | undefined,
): PageState {
  const isKnown = runs.some(({ id }) => id === state.run);
  // A remembered run may come later in the search: it is given up only once that has ended.
  const isAwaited = state.run !== undefined && searched === undefined;
  const run = isKnown || isAwaited ? state.run : runs[0]?.id;
  const next = run === state.run ? state : showRun(state, run);
  return { ...next, runs, searched, hasList: true };
}

function showRun(state: PageState, run: string | undefined): PageState {
  if (run === state.run) return state;
  const settings = { ...state.settings, window: undefined };
  return { ...state, run, frame: undefined, settings };
}

/** Another axis counts something else: a window of the old one would show nothing. */
function changeSettings(settings: Settings, change: Partial<Settings>): Settings {
  const isOtherAxis = change.axis !== undefined && change.axis !== settings.axis;
  return { ...settings, ...(isOtherAxis ? { window: undefined } : {}), ...change };
}

function withMember(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}
