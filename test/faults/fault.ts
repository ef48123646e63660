/** The words of the fault injector that stands beside the repository (`../shared/faults`). */

export interface FaultPoint {
  readonly step: number;
  readonly loss: string;
}

export interface Expected {
  readonly must: readonly FaultPoint[];
  readonly may: readonly FaultPoint[];
  /** Names under the folder. */
  readonly files: readonly string[];
  readonly forbidText: readonly string[];
  readonly mustText: readonly string[];
}

export interface Outcome {
  readonly pass: boolean;
  readonly must: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly phantom: number;
  readonly examples: unknown;
}

export interface Fault {
  readonly id: string;
  /** What the reader has to do without: another user than root, no watches, few handles. */
  readonly asUser?: boolean;
  readonly noInotify?: boolean;
  readonly nofile?: number;
  /** The reader starts while the fault is under way. */
  readonly nowait?: boolean;
  /** The reader is stopped, killed, frozen and started by the fault. */
  readonly control?: boolean;
}

export type Order = 'stop' | 'kill' | 'start' | 'freeze' | 'thaw';

export interface Injector {
  readonly faults: readonly Fault[];
  perform(
    fault: Fault,
    folder: string,
    how: {
      readonly seed: number;
      readonly settle: number;
      readonly many: number;
      readonly big: number;
      readonly ready: (info: {
        readonly files: readonly string[];
        readonly initial: readonly FaultPoint[];
      }) => Promise<void>;
      readonly control: (what: Order) => Promise<void>;
    },
  ): Promise<{ readonly result: Expected; readonly teardown: () => Promise<void> }>;
  check(expected: Expected, shown: readonly FaultPoint[], text: string): Outcome;
}

/** A reader under test: it follows these files (or the folder) and shows points. */
export interface FaultReader {
  start(paths: readonly string[]): void;
  obey(order: Order): Promise<void>;
  /** Points minus those that were taken back. */
  shown(): Promise<readonly FaultPoint[]>;
  /** All that it said, for names and characters. */
  text(): string;
  /** Largest resident memory, in MiB; undefined where it has no process of its own. */
  memory(): number | undefined;
  /** Ends it; the reason why it was no longer there, if so. */
  end(): Promise<string | undefined>;
}

export const pause = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });
