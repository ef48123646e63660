import { createDiagnosis } from '../../src/analysis/index.js';
import { printRow } from './parts/row.js';

/** Bytes of state that a series may take beside its fixed rings: 25 numbers. */
const BAR = 200;
const SERIES = 400;
const POINTS = 300;

type Kind = 'loss' | 'other';

/** Bytes that the rings and bands of a series hold, of a window each; the heap holds the rest. */
let rings = 0;
const counted = (ring: Float64ArrayConstructor) =>
  new Proxy(ring, {
    construct: (target, [length, ...rest]) => {
      const made = Reflect.construct(target, [length, ...rest]);
      // Copies of a ring are made while it is sorted anew, and dropped.
      if (typeof length === 'number') rings += made.byteLength;
      return made;
    },
  });

function memory(): number {
  for (let times = 0; times < 4; times++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function seriesOf(kind: Kind, at: number) {
  const name = `metric ${at}`;
  const role = kind === 'loss' ? ('train' as const) : ('other' as const);
  const better = kind === 'loss' ? ('min' as const) : undefined;
  return { name, metric: name, split: role, kind, role, better };
}

/** Bytes a series of this kind keeps after some hundred points: all, and those of its rings. */
function measure(kind: Kind): { readonly all: number; readonly rings: number } {
  const diagnosis = createDiagnosis();
  const infos = Array.from({ length: SERIES }, (_, at) => seriesOf(kind, at));
  const original = globalThis.Float64Array;
  globalThis.Float64Array = counted(original);
  const before = memory();
  rings = 0;
  for (const info of infos) diagnosis.addSeries(info, 'step');
  for (let x = 0; x < POINTS; x++) {
    for (let id = 0; id < SERIES; id++)
      diagnosis.push(id, { x, y: 1 + Math.sin(x * (id + 1)) / 10 });
  }
  const all = (memory() - before) / SERIES;
  globalThis.Float64Array = original;
  // Also what keeps them alive: nothing may be collected before it was measured.
  if (diagnosis.active().length === 0) throw new Error('nothing was judged');
  return { all, rings: rings / SERIES };
}

for (const kind of ['other', 'loss'] as const) {
  const { all, rings: held } = measure(kind);
  const title = kind === 'loss' ? 'a loss' : 'a series that is not judged';
  printRow(`state of ${title}, rings of ${held.toFixed(0)} bytes aside`, all - held, BAR, 'bytes');
}
