import type { Axis, FromWebview, View } from '../protocol.js';

type Fields = Readonly<Record<string, unknown>>;

/** Longest text taken from the page: a picture as a data URL fits, a runaway does not. */
const LONGEST = 64 * 1024 * 1024;
/** A run is named by its path, and a fault by its stack: no more of the log is written to. */
const LONGEST_NAME = 16 * 1024;
const AXES: readonly Axis[] = ['step', 'epoch', 'time'];

/** A message of the page, checked field by field; undefined when it is none of ours. */
export function readPageMessage(message: unknown): FromWebview | undefined {
  if (!isFields(message) || typeof message.type !== 'string') return undefined;
  const read = Object.hasOwn(READERS, message.type)
    ? READERS[message.type as FromWebview['type']]
    : undefined;
  return read?.(message);
}

/** One reader for each kind: a kind without one does not compile. */
const READERS: {
  readonly [K in FromWebview['type']]: (fields: Fields) => FromWebview | undefined;
} = {
  ready: () => ({ type: 'ready' }),
  view: ({ wish }) => {
    const view = readView(wish);
    return view && { type: 'view', wish: view };
  },
  showLine: ({ run, line, series }) => {
    if (!isName(run) || !isWhole(line) || line < 1) return undefined;
    return isWhole(series) && series >= 0
      ? { type: 'showLine', run, line, series }
      : { type: 'showLine', run, line };
  },
  mute: ({ run, muted }) =>
    isName(run) && typeof muted === 'boolean' ? { type: 'mute', run, muted } : undefined,
  export: ({ run, as, data }) => {
    if (!isName(run) || (as !== 'png' && as !== 'svg' && as !== 'csv')) return undefined;
    if (data === undefined) return { type: 'export', run, as };
    return isText(data) ? { type: 'export', run, as, data } : undefined;
  },
  copy: ({ text }) => (isText(text) ? { type: 'copy', text } : undefined),
  command: ({ command }) =>
    command === 'followFile' || command === 'insertCriterion' || command === 'openSample'
      ? { type: 'command', command }
      : undefined,
  fault: ({ stack }) => (isName(stack) ? { type: 'fault', stack } : undefined),
};

function readView(wish: unknown): View | undefined {
  if (!isFields(wish)) return undefined;
  const { run, axis, from, to, pixels, smoothing } = wish;
  const known = AXES.find((one) => one === axis);
  if (!isName(run) || !known || !isPart(from) || !isPart(to)) return undefined;
  if (!isNumber(pixels) || pixels < 1 || pixels > 32_768) return undefined;
  if (!isNumber(smoothing) || smoothing < 0 || smoothing > 0.999) return undefined;
  return {
    run,
    axis: known,
    pixels: Math.round(pixels),
    smoothing,
    ...(from == null ? {} : { from }),
    ...(to == null ? {} : { to }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isName(value: unknown): value is string {
  return isText(value) && value.length <= LONGEST_NAME;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** An end of the visible part: a number, or nothing (JSON may say null). */
function isPart(value: unknown): value is number | null | undefined {
  return value == null || isNumber(value);
}
