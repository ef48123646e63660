import {
  appendFileSync,
  copyFileSync,
  existsSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What stands under one name, line by line; its points by their (unique) values. */
interface Content {
  text: string;
  /** A reader has seen some of it. */
  isKnown: boolean;
}

/** Logs that a rotation keeps. */
const KEPT = 20;

/**
 * A log as its writer treats it, and beside it what an honest reader must show of it: points that stood
 * there when the reader had come to rest, or still stand there, exactly once; points that came and went
 * while nobody looked at most once.
 */
export class Disk {
  readonly file: string;
  readonly must = new Set<string>();
  readonly may = new Set<string>();
  #live: Content | undefined;
  /** Rotated logs, the newest first. */
  #rotated: Content[] = [];
  #serial = 0;
  #step = 0;

  constructor(folder: string) {
    this.file = join(folder, 'train.log');
  }

  append(lines: number): void {
    this.#write(this.#lines(lines));
  }

  /** The beginning of a line; whatever is appended next finishes it. */
  appendPart(): void {
    if (this.#isTorn) return;
    const [line = ''] = this.#lines(1);
    this.#write([line.slice(0, -3)]);
    this.#rest = line.slice(-3);
  }
  #rest = '';
  /** The head was thrown away, and nobody has looked since. */
  #isRolled = false;
  /** Rows of the live log that say something else by now, or that went on. */
  #corrected: string[] = [];

  rotate(lines: number): void {
    if (!this.#live) return;
    this.#shift(() => renameSync(this.file, `${this.file}.1`));
    this.#rotated.unshift(this.#live);
    this.#leave();
    this.#create(this.#lines(lines).join(''));
  }

  /** The writer holds the old file open: its last lines come after the new one is there. */
  rotateHeld(lines: number): void {
    const old = this.#live;
    if (!old || this.#isTorn) return;
    const late = this.#lines(lines).join('');
    this.rotate(1);
    appendFileSync(`${this.file}.1`, late);
    old.text += late;
    for (const line of late.split('\n')) if (line) this.may.add(line);
  }

  /** A resume from a checkpoint throws the last rows away. */
  cut(at: number): void {
    const lines = this.#live?.text.split('\n').slice(0, -1) ?? [];
    if (!this.#live || this.#isTorn || this.#isRolled || lines.length < 2) return;
    const kept = 1 + (at % (lines.length - 1));
    // Where more is thrown away than is left, it may as well be another training.
    const points = lines.slice(0, kept).filter((line) => line.startsWith('step')).length;
    if (this.#corrected.length + lines.length - kept > points) return;
    for (const line of lines.slice(kept)) this.#forget(line);
    const text = `${lines.slice(0, kept).join('\n')}\n`;
    truncateSync(this.file, text.length);
    this.#live = { text, isKnown: this.#live.isKnown };
  }

  /** The head of the log is thrown away: it keeps so many lines. */
  roll(lines: number): void {
    const all = this.#live?.text.split('\n').slice(0, -1) ?? [];
    if (!this.#live || this.#isTorn || all.length <= lines) return;
    const kept = all.slice(-lines);
    // Without any of what was seen nobody could know it again.
    const isKnown = kept.some((line) => this.must.has(line));
    if (!isKnown || this.#corrected.length > 0) return;
    this.#isRolled = true;
    for (const line of all.slice(0, -lines)) if (!this.must.has(line)) this.may.add(line);
    const text = `${kept.join('\n')}\n`;
    this.#put(text, true);
    this.#live = { text, isKnown: false };
  }

  moveAway(): void {
    if (this.#live) renameSync(this.file, `${this.file}.elsewhere`);
  }

  moveBack(): void {
    if (this.#live) renameSync(`${this.file}.elsewhere`, this.file);
  }

  /** Lines that say nothing. */
  chatter(lines: number): void {
    if (this.#isTorn) return;
    this.#write(Array.from({ length: lines }, (_, at) => `saving ${at}\n`));
  }

  copyTruncate(): void {
    if (!this.#live) return;
    this.#shift(() => copyFileSync(this.file, `${this.file}.1`));
    this.#rotated.unshift({ ...this.#live });
    this.#leave();
    truncateSync(this.file, 0);
    this.#live = { text: '', isKnown: false };
  }

  /** The same training once more, some rows longer, in place or by a rename. */
  rewrite(lines: number, isAtomic: boolean): void {
    if (!this.#live || this.#isTorn) return;
    const text = this.#live.text + this.#lines(lines).join('');
    this.#put(text, isAtomic);
    this.#live = { text, isKnown: this.#live.isKnown };
  }

  /** One row says something else now; most of what was seen stays, or nobody could know it again. */
  correct(at: number): void {
    const lines = this.#live?.text.split('\n').slice(0, -1) ?? [];
    const seen = lines.filter((line) => this.must.has(line)).length;
    if (!this.#live || this.#isTorn || this.#isRolled) return;
    if (seen < 4 + this.#corrected.length) return;
    const index = at % lines.length;
    if (!lines[index]?.startsWith('step')) return;
    const [, step = ''] = /^step (\d+)/.exec(lines[index] ?? '') ?? [];
    this.#forget(lines[index] ?? '');
    lines[index] = `step ${step} loss ${this.#value()}`;
    const text = `${lines.join('\n')}\n`;
    this.#put(text, false);
    // Too little of what was shown may be left to know it by once it is rotated.
    this.#live = { text, isKnown: false };
  }

  /** Another training takes the name. */
  another(lines: number, isAtomic: boolean): void {
    this.#leave();
    this.#step = 0;
    const text = this.#lines(lines).join('');
    this.#put(text, isAtomic);
    this.#live = { text, isKnown: false };
  }

  remove(): void {
    if (!this.#live) return;
    this.#leave();
    rmSync(this.file);
    this.#live = undefined;
  }

  touch(seconds: number): void {
    if (this.#live) utimesSync(this.file, seconds, seconds);
  }

  /** No line is left half written. */
  finish(): void {
    if (this.#isTorn) this.#write([]);
  }

  /** The reader has come to rest: it has seen what stands there. */
  seen(): void {
    const oldest = this.#rotated.findIndex(({ isKnown }) => isKnown);
    for (const content of this.#rotated.slice(0, oldest + 1)) this.#see(content);
    if (!this.#live) return;
    this.#see(this.#live);
    this.#isRolled = false;
    for (const line of this.#corrected.splice(0)) this.may.delete(line);
  }

  get #isTorn(): boolean {
    return this.#rest !== '';
  }

  #see(content: Content): void {
    const lines = content.text.split('\n').slice(0, -1);
    const points = lines.filter((line) => line.startsWith('step'));
    for (const point of points) this.must.add(point);
    if (points.length > 0) content.isKnown = true;
  }

  #lines(count: number): string[] {
    return Array.from({ length: count }, () => `step ${++this.#step} loss ${this.#value()}\n`);
  }

  #value(): number {
    return 100_000 + ++this.#serial;
  }

  #write(lines: readonly string[]): void {
    if (this.#isTorn) this.#forget(this.#live?.text.split('\n').at(-1) ?? '');
    const text = this.#rest + lines.join('');
    this.#rest = '';
    appendFileSync(this.file, text);
    this.#live ??= { text: '', isKnown: false };
    this.#live.text += text;
  }

  #create(text: string): void {
    writeFileSync(this.file, text);
    this.#live = { text, isKnown: false };
  }

  #put(text: string, isAtomic: boolean): void {
    const target = isAtomic ? `${this.file}.tmp` : this.file;
    writeFileSync(target, text);
    if (isAtomic) renameSync(target, this.file);
  }

  #shift(first: () => void): void {
    for (let number = KEPT; number >= 1; number--) {
      const name = `${this.file}.${number}`;
      if (existsSync(name)) renameSync(name, `${this.file}.${number + 1}`);
    }
    first();
  }

  /**
   * What stands under the name is going to leave it. A half line stays what it is: a reader may have
   * taken it for the last one.
   */
  #leave(): void {
    for (const line of this.#live?.text.split('\n') ?? []) if (line) this.may.add(line);
    this.#rest = '';
    this.#isRolled = false;
    this.#corrected = [];
  }

  /** A row that was shown may stay so until the reader has seen what stands there now. */
  #forget(line: string): void {
    this.must.delete(line);
    this.may.add(line);
    this.#corrected.push(line);
  }
}
