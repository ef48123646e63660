import { howItEnds, type Reading, sayPhrase } from '../../analysis/index.js';
import type { SourceState } from '../../protocol.js';
import type { Arrival } from '../store/run.js';
import { type Comparison, FileRuns } from './fileRuns.js';
import type { FollowerHouse } from './followerHouse.js';
import { Generation } from './generation.js';
import type { Remembered } from './journal.js';
import { lastLines } from './lastLines.js';
import { LeadsOut } from './links.js';
import { NOTHING_TO_READ, type SourceNews, stateOfError } from './sourceStates.js';
import type { Tail } from './tail.js';

/** A source is quiet after this: what the reader holds back is a reading now. */
const QUIET_MS = 1000;
/** An unterminated last line counts after this; when it grows after all, the file is read again. */
const LAST_LINE_MS = 2000;
/** What the last lines say counts after this: a writer that goes on after an exception does so at once. */
const ENDED_MS = 2500;
/** A rewrite that takes points back is believed once it has stood still this long, or so long in all. */
const SETTLE_MS = 1000;
const SETTLE_AT_MOST_MS = 4000;
/** A renamed log is read on until its writer has been quiet for this. */
const MOVED_QUIET_MS = 500;

/** New content of the file that is not yet shown. */
interface Draft {
  readonly generation: Generation;
  readonly readings: Reading[];
  /** Those of its last line, while that has no end. */
  open: readonly Reading[];
  readonly since: number;
  /** What a rotation put aside was looked for when the empty file had this change time (0: no file). */
  lookedBesideAt: number | undefined;
}

/** Follows one file: bytes to readings to the store, through growth, truncation and replacement. */
export class Follower {
  readonly #house: FollowerHouse;
  readonly #runs: FileRuns;
  #current: Generation;
  #draft: Draft | undefined;
  /** The name went to another file at this time; the old one is still listened to. */
  #movedAt: number | undefined;
  /** Clock (ms) of the last new bytes. */
  #grewAt = 0;
  #isFlushed = true;
  /** The last lines were looked at since the last bytes came. */
  #isEndSeen = true;
  #hasCaughtUp = false;
  #state: SourceState['state'] = 'reading';
  /** The message that was told with it. */
  #words: string | undefined;

  constructor(
    readonly file: string,
    house: FollowerHouse,
  ) {
    this.#house = house;
    this.#runs = new FileRuns(file, house);
    this.#current = this.#generation();
  }

  /** Begins with what was told of the file before: only what differs from it is told again. */
  restore(remembered: Remembered, now: number): void {
    if (remembered.readings.length === 0) return;
    this.#runs.restore(remembered, this.#arrival());
    this.#draft = this.#newDraft(now);
  }

  get format(): string {
    return this.#current.reader.format;
  }

  get state(): SourceState['state'] {
    return this.#state;
  }

  /** Bytes of the content that is shown or about to be. */
  get bytesRead(): number {
    return this.#newest.tail.bytesRead;
  }

  /** What was there when the file was opened is still being read. */
  get isReading(): boolean {
    return !this.#hasCaughtUp;
  }

  /** Milliseconds after which the file wants to be looked at again, hints or not. */
  pauseMs(now: number): number {
    if (this.#movedAt !== undefined) return 100;
    if (this.#draft && now - this.#draft.since < SETTLE_AT_MOST_MS) return 100;
    const quiet = now - this.#grewAt;
    if (quiet < LAST_LINE_MS + 1000) return 500;
    if (quiet < 60_000) return 1000;
    return Math.min(10_000, quiet / 30);
  }

  /** One turn of at most a slice. True: there is more to do at once. */
  turn(now: number): boolean {
    try {
      if (!this.#house.mayRead(this.file)) throw new LeadsOut(this.file);
      const isMore = this.#draft ? this.#turnDraft(this.#draft, now) : this.#turnCurrent(now);
      if (!isMore) this.#caughtUp();
      return isMore;
    } catch (error) {
      this.rests();
      this.#say(stateOfError(error));
      this.#hasCaughtUp = true;
      return false;
    }
  }

  /** Holds no handle until the next turn. */
  rests(): void {
    this.#current.tail.rests();
    this.#draft?.generation.tail.rests();
  }

  /** The content that stands under the name, as far as it was read. */
  get #newest(): Generation {
    return this.#draft?.generation ?? this.#current;
  }

  #newDraft(since: number): Draft {
    const generation = this.#generation();
    return { generation, readings: [], open: [], since, lookedBesideAt: undefined };
  }

  #generation(): Generation {
    return new Generation(this.file, this.#house.newReader);
  }

  #turnCurrent(now: number): boolean {
    if (this.#movedAt !== undefined) return this.#turnMoved(this.#movedAt, now);
    switch (this.#current.tail.look()) {
      case 'gone':
        this.#say({ state: 'gone' });
        return this.#current.tail.bytesRead > 0 && this.#changed(now);
      case 'changed':
        return this.#changed(now);
      case 'grown':
        return this.#read(now);
      case 'same':
        this.#quiet(now);
        return false;
    }
  }

  #read(now: number): boolean {
    const { tail, isLastLineCounted } = this.#current;
    // The line that was counted goes on: only a fresh reading of it all can take that back.
    if (isLastLineCounted) return this.#startDraft(now);
    const readings = this.#current.read();
    if (!readings) return this.#changed(now);
    this.#grew(now, tail);
    this.#add(readings);
    if (tail.hasMore) return true;
    this.#quiet(now);
    return false;
  }

  /** What the reader holds back, then the line without an end. */
  #quiet(now: number): void {
    const quiet = now - this.#grewAt;
    if (quiet >= QUIET_MS && !this.#isFlushed) {
      this.#isFlushed = true;
      this.#add(this.#current.reader.flush());
    }
    if (quiet >= LAST_LINE_MS) this.#runs.addOpen(this.#current.countLastLine(), this.#arrival());
    if (quiet >= ENDED_MS && !this.#isEndSeen) this.#seeEnd();
  }

  #seeEnd(): void {
    this.#isEndSeen = true;
    const { store, changed } = this.#house;
    const run = store.runsOf(this.file).at(-1);
    const { reader, tail } = this.#current;
    if (!run || reader.line === undefined) return;
    const lines = lastLines(this.file, tail.bytesRead, reader.line);
    const ending = howItEnds(lines, run.lastLine);
    if (ending) changed(store.ended(this.file, ending));
  }

  #changed(now: number): boolean {
    const { leaving } = this.#current.tail;
    if (leaving !== undefined) this.#drain(now);
    if (leaving !== 'moved') return this.#startDraft(now);
    this.#movedAt = now;
    return false;
  }

  /** The old file may still get the last lines of a writer that holds it open. */
  #turnMoved(since: number, now: number): boolean {
    if (this.#drain(now)) this.#movedAt = now;
    else if (now - since >= MOVED_QUIET_MS) return this.#startDraft(now);
    return false;
  }

  /** True: the old file had more. */
  #drain(now: number): boolean {
    const readings = this.#current.drain();
    if (!readings) return false;
    this.#runs.takeBackOpen(this.#arrival());
    this.#grew(now, this.#current.tail);
    this.#add(readings);
    return true;
  }

  #startDraft(now: number): boolean {
    const { reader, tail } = this.#current;
    this.#add(reader.flush());
    tail.rests();
    this.#draft?.generation.tail.rests();
    this.#movedAt = undefined;
    this.#draft = this.#newDraft(now);
    return true;
  }

  #turnDraft(draft: Draft, now: number): boolean {
    const { generation, readings } = draft;
    const { tail } = generation;
    const look = tail.look();
    if (look === 'gone') {
      this.#say({ state: 'gone' });
      if (now - draft.since >= SETTLE_MS) this.#lookBeside(draft, 0);
      return false;
    }
    if (look === 'grown') {
      const fresh = generation.isLastLineCounted ? undefined : generation.read();
      if (!fresh) return this.#startDraft(draft.since);
      for (const reading of fresh) readings.push(reading);
      this.#grew(now, tail);
      if (tail.hasMore) return true;
    }
    if (look === 'changed') return this.#startDraft(draft.since);
    this.#settle(draft, now);
    return false;
  }

  /** The new content is read to its end: another training, or the same one written anew? */
  #settle(draft: Draft, now: number): void {
    const { generation, readings, since } = draft;
    const quiet = now - this.#grewAt;
    if (quiet >= QUIET_MS / 2) {
      for (const reading of generation.reader.flush()) readings.push(reading);
      const open = generation.countLastLine();
      for (const reading of open) readings.push(reading);
      if (open.length > 0) draft.open = open;
    }
    if (readings.length === 0) {
      if (quiet >= SETTLE_MS && now - since >= SETTLE_MS)
        this.#lookBeside(draft, generation.tail.stamp?.ctimeMs ?? 0);
      return;
    }
    const found = this.#runs.compare(readings);
    if (!found.isSame) {
      this.#continueWith(draft);
      return;
    }
    const isSettled = quiet >= SETTLE_MS || now - since >= SETTLE_AT_MOST_MS;
    if (found.withdrawn.length === 0 || isSettled) this.#replaceWith(draft, found);
  }

  /** The name stands for nothing, or for nothing yet: a rotation may have put the last lines aside. */
  #lookBeside(draft: Draft, at: number): void {
    if (draft.lookedBesideAt === at) return;
    draft.lookedBesideAt = at;
    this.#runs.addMissed(this.#arrival());
  }

  /** Other content took the name: what a rotation put aside comes first. */
  #continueWith({ generation, readings, open }: Draft): void {
    this.#runs.addMissed(this.#arrival());
    this.#take(generation);
    this.#runs.begin(readings, open, this.#arrival());
  }

  #replaceWith({ generation, readings, open }: Draft, found: Comparison): void {
    this.#take(generation);
    this.#runs.replace(readings, open, found, this.#arrival());
  }

  /** This is what stands under the name. */
  #take(generation: Generation): void {
    this.#current = generation;
    this.#draft = undefined;
  }

  #add(readings: readonly Reading[]): void {
    this.#runs.add(readings, this.#arrival());
  }

  /** What was there before we looked grew when its file says; what we saw, now. */
  #arrival(): Arrival {
    const now = Date.now();
    const written = Math.min(now, this.#current.tail.stamp?.mtimeMs ?? now);
    return { atMs: this.#hasCaughtUp ? now : written, isSeen: this.#hasCaughtUp };
  }

  #grew(now: number, tail: Tail): void {
    // A file that was left alone long ago is quiet as soon as it is read.
    const age = this.#hasCaughtUp ? 0 : Math.max(0, Date.now() - (tail.stamp?.mtimeMs ?? 0));
    this.#grewAt = now - age;
    this.#isFlushed = false;
    this.#isEndSeen = false;
    const { store, changed } = this.#house;
    changed(store.heard(this.file, this.#hasCaughtUp ? Date.now() : undefined));
    if (!this.#hasCaughtUp) this.#say({ state: 'reading' });
  }

  #caughtUp(): void {
    this.#hasCaughtUp = true;
    if (this.#state === 'gone' && this.#newest.tail.isGone) return;
    const { reader, tail } = this.#current;
    const isNotText = tail.isBinary && reader.form !== 'records';
    const state = isNotText ? 'not-text' : 'no-readings';
    if (!this.#runs.isEmpty) this.#say({ state: 'followed', message: reader.trouble });
    else this.#say({ state, message: reader.trouble ?? NOTHING_TO_READ[state] });
  }

  #say({ state, message }: SourceNews): void {
    const words = message && sayPhrase(message);
    if (state === this.#state && words === this.#words && state !== 'reading') return;
    this.#state = state;
    this.#words = words;
    const { bytesRead, bytes } = this.#current.tail;
    this.#house.source({ file: this.file, state, message, bytesRead, bytes });
  }
}
