import { Engine } from '../../src/engine/engine.js';
import { sourceReader } from '../../src/engine/sources/sourceReader.js';
import type { FromEngine } from '../../src/protocol.js';
import { type FaultPoint, type FaultReader, pause } from './fault.js';

type Columns = Extract<FromEngine, { readonly type: 'columns' }>;

/** The engine as the editor uses it: what the store holds in the end is what a chart shows. */
export class EngineReader implements FaultReader {
  readonly #names = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #answers = new Map<number, Columns>();
  #asked = 0;
  readonly #engine = new Engine({
    newReader: sourceReader,
    emit: (message) => this.#hear(message),
  });

  start(paths: readonly string[]): void {
    this.#engine.receive({ type: 'start', roots: [...paths], exclude: [] });
  }

  async obey(): Promise<void> {
    throw new Error('an engine in this process cannot be stopped from outside');
  }

  async shown(): Promise<readonly FaultPoint[]> {
    const requests = [...this.#ids].map((run) => {
      const request = ++this.#asked;
      this.#engine.receive({ type: 'columns', request, run });
      return request;
    });
    await pause(0);
    return requests.flatMap((request) => pointsOf(this.#answers.get(request)));
  }

  text(): string {
    return [...this.#names].join('\n');
  }

  memory(): undefined {
    return undefined;
  }

  async end(): Promise<undefined> {
    this.#engine.dispose();
  }

  #hear(message: FromEngine): void {
    if (message.type === 'columns') this.#answers.set(message.request, message);
    if (message.type === 'runGone') this.#ids.delete(message.run);
    if (message.type !== 'runs') return;
    for (const { id, series } of message.runs) {
      this.#ids.add(id);
      for (const { name } of series) this.#names.add(name);
    }
  }
}

function pointsOf(columns: Columns | undefined): FaultPoint[] {
  const infos = columns?.run?.series ?? [];
  return (columns?.series ?? []).flatMap(({ id, step, y }) => {
    if (!/loss|损失/.test(infos[id]?.name ?? '')) return [];
    return Array.from(y, (loss, at) => ({ step: step[at] ?? Number.NaN, loss: String(loss) }));
  });
}
