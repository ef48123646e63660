import type { Better, Kind, Role, SeriesInfo, Split, XUnit } from '../analysis/index.js';
import { UsageError } from './command.js';

/** A curve of the form that `losscope replay` takes, decoded. */
export interface Curve {
  readonly info: SeriesInfo;
  readonly xUnit: XUnit;
  readonly x: readonly number[];
  /** undefined: no value was logged there. */
  readonly y: readonly (number | undefined)[];
  readonly t: readonly number[] | undefined;
  /** Indices at which the axis goes back (a resume). */
  readonly restarts: readonly number[];
}

export interface RecordedRun {
  readonly id: string;
  readonly curves: readonly Curve[];
  /** Wall-clock second at which somebody looks after the last point. */
  readonly now: number | undefined;
}

/** One line of a curves file; the answers it may carry (`expect`, `cause`, …) are never looked at. */
export function readRun(line: string): RecordedRun {
  const raw = parse(line);
  const unit = raw.unit === 'step' ? 'step' : 'epoch';
  const curves = Array.isArray(raw.series)
    ? raw.series.filter(isRecord).map((series) => readSeries(series, unit))
    : [twoForm('loss', 'train', raw.train_loss), twoForm('val_loss', 'val', raw.val_loss)];
  const now = typeof raw.now === 'number' ? raw.now : undefined;
  return { id: String(raw.id), curves, now };
}

/** One point in the order in which it would have arrived. */
export interface Arrival {
  readonly series: number;
  readonly index: number;
  /** This point begins the segment after a restart. */
  readonly segment: number;
}

/**
 * The points of a run in the order of a log: one segment (attempt) after the other, inside it by x,
 * and at equal x in the order of the series.
 */
export function* arrivals({ curves }: RecordedRun): Generator<Arrival> {
  const bounds = curves.map(({ restarts, x }) => [0, ...restarts, x.length]);
  const segments = Math.max(0, ...bounds.map((of) => of.length - 1));
  for (let segment = 0; segment < segments; segment++) {
    const at = bounds.map((of) => (segment < of.length - 1 ? (of[segment] ?? 0) : 0));
    const end = bounds.map((of) => (segment < of.length - 1 ? (of[segment + 1] ?? 0) : 0));
    for (let series = earliest(curves, at, end); series >= 0; series = earliest(curves, at, end)) {
      const index = at[series] ?? 0;
      at[series] = index + 1;
      yield { series, index, segment };
    }
  }
}

function earliest(curves: readonly Curve[], at: readonly number[], end: readonly number[]): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let series = 0; series < curves.length; series++) {
    const index = at[series] ?? 0;
    const x = curves[series]?.x[index] ?? Number.NaN;
    if (index >= (end[series] ?? 0) || !(found < 0 || x < least)) continue;
    found = series;
    least = x;
  }
  return found;
}

type Raw = Readonly<Record<string, unknown>>;

function readSeries(raw: Raw, xUnit: XUnit): Curve {
  const role: Role = isRole(raw.role) ? raw.role : 'other';
  const name = String(raw.name);
  const better: Better = raw.better === 'min' || raw.better === 'max' ? raw.better : undefined;
  return {
    info: {
      name,
      metric: metricOf(name),
      split: splitOf(role),
      kind: kindOf(raw.kind, better),
      role,
      better,
    },
    xUnit,
    x: list(raw.x).map(Number),
    y: list(raw.y).map((y) => (y === null ? undefined : number(y))),
    t: Array.isArray(raw.t) ? raw.t.map(Number) : undefined,
    restarts: list(raw.restarts).map(Number),
  };
}

/** The older form: two bare columns over 0, 1, 2, …, in which null is a NaN. */
function twoForm(name: string, role: 'train' | 'val', values: unknown): Curve {
  const y = list(values).map(number);
  const info: SeriesInfo = { name, metric: 'loss', split: role, kind: 'loss', role, better: 'min' };
  return { info, xUnit: 'epoch', x: y.map((_, i) => i), y, t: undefined, restarts: [] };
}

/** The name without its split: what train and validation share. */
function metricOf(name: string): string {
  const words = name.toLowerCase().split(/[/_\s]+/);
  const bare = words.filter(
    (word) => !/^(train|training|val|valid|validation|eval|test|dev)$/.test(word),
  );
  const last = bare.length > 1 && bare[0] === 'loss' ? bare.slice(1) : bare;
  return last.join('_') || name;
}

function splitOf(role: Role): Split {
  return role === 'train' || role === 'val' ? role : 'other';
}

function kindOf(kind: unknown, better: Better): Kind {
  if (kind === 'loss' || kind === 'lr') return kind;
  return better === 'max' ? 'accuracy' : 'other';
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  const text = String(value).toLowerCase();
  if (text.startsWith('-inf')) return Number.NEGATIVE_INFINITY;
  if (text.startsWith('inf')) return Number.POSITIVE_INFINITY;
  return value === null ? Number.NaN : Number(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRole(value: unknown): value is Role {
  return value === 'train' || value === 'val' || value === 'lr' || value === 'other';
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null;
}

function parse(line: string): Raw {
  try {
    const value: unknown = JSON.parse(line);
    if (isRecord(value)) return value;
  } catch (error) {
    throw new UsageError(`a line is not JSON (${error instanceof Error ? error.message : error})`);
  }
  throw new UsageError('a line is JSON, but not an object with curves');
}
