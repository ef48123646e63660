import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { Engine } from '../../src/engine/engine.js';
import type { AnyReader } from '../../src/engine/sources/sourceBytes.js';
import type {
  Frame,
  FromEngine,
  PlacedReading,
  RunSummary,
  SourceState,
  ToRuns,
} from '../../src/protocol.js';
import { plainReader } from './plainReader.js';

/** What an engine has said so far, in the words of the tests. */
export interface House {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly send: (message: ToRuns) => void;
  readonly said: readonly FromEngine[];
  /** Points minus withdrawn, as `metric@x=y`, in order of their arrival. */
  readonly points: () => string[];
  readonly runs: () => ReadonlyMap<string, RunSummary>;
  readonly source: (name: string) => SourceState['state'] | undefined;
  readonly frames: (view: number) => readonly Frame[];
  /** Resolves once this holds; fails with what was there instead. */
  readonly until: (holds: () => boolean, show?: () => unknown) => Promise<void>;
}

/** A folder of its own and an engine on it, gone when the test ends. */
export function openHouse(newReader: (file: string) => AnyReader = plainReader): House {
  const folder = mkdtempSync(join(tmpdir(), 'losscope-engine-'));
  const said: FromEngine[] = [];
  const engine = new Engine({ newReader, emit: (message) => said.push(message) });
  onTestFinished(() => {
    engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  const of = <K extends FromEngine['type']>(type: K) =>
    said.filter((message): message is Extract<FromEngine, { type: K }> => message.type === type);
  return {
    folder,
    path: (name) => join(folder, name),
    send: (message) => engine.receive(message),
    said,
    points: () => pointsOf(said),
    runs: () => new Map(of('runs').flatMap(({ runs }) => runs.map((run) => [run.name, run]))),
    source: (name) =>
      of('source')
        .filter(({ source }) => source.file === join(folder, name))
        .at(-1)?.source.state,
    frames: (view) =>
      of('frame').flatMap((message) => (message.view === view ? message.frame : [])),
    until: (holds, show = () => said.at(-1)) => until(holds, show),
  };
}

function pointsOf(said: readonly FromEngine[]): string[] {
  const points: string[] = [];
  for (const message of said) {
    if (message.type === 'readings') points.push(...message.added.map(sayPoint));
    if (message.type !== 'withdrawn') continue;
    for (const removed of message.removed) points.splice(points.indexOf(sayPoint(removed)), 1);
  }
  return points;
}

const sayPoint = ({ name, x, value }: PlacedReading) => `${name}@${x}=${value}`;

/** `loss@1=10 loss@2=20 …`: what the lines of `linesOf` come to. */
export const lossPoints = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `loss@${from + at}=${10 * (from + at)}`);

export const lossLines = (from: number, to: number): string =>
  Array.from(
    { length: to - from + 1 },
    (_, at) => `step ${from + at} loss ${10 * (from + at)}\n`,
  ).join('');

async function until(holds: () => boolean, show: () => unknown): Promise<void> {
  const end = Date.now() + 12_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting; now: ${JSON.stringify(show())}`);
    await pause(5);
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms));
