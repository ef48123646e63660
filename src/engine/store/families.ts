import type { Verdict } from '../../analysis/index.js';
import { JoinedRun } from './joinedRun.js';
import type { NewDiagnosis } from './judgedAnew.js';
import { kinshipOf } from './kinship.js';
import { Neighbourhood } from './neighbourhood.js';
import type { Arrival, Run } from './run.js';
import type { ShownRun } from './shownRun.js';
import { changesBetween, type RunVerdict } from './verdictChanges.js';

/** What people hear of a change. */
export interface News {
  readonly runs: Set<ShownRun>;
  readonly verdicts: RunVerdict[];
  /** Ids of runs that are told of no more. */
  readonly gone: string[];
}

/** Compared again after each of so many points, then whenever a run has grown by half. */
const EACH_UP_TO = 24;
const GROWN_BY = 1.5;
/** Among more runs than this, one is compared when it has so many points, not at each before. */
const CROWD = 32;
const SETTLING = 6;
/** A run that may be a copy is kept back for so long, until its next points tell. */
const HELD_MS = 10_000;

/** A run of one file, and where it stands among the others. */
interface Seat {
  readonly run: Run;
  family: Family | undefined;
  /** People hear of it under its own id. */
  isTold: boolean;
  heldSince: number | undefined;
  /** What was last said under its id, before the file was written anew. */
  was: readonly Verdict[] | undefined;
  compareFrom: number;
  readonly strangers: Set<Seat>;
}

interface Family {
  members: readonly Seat[];
  joined: JoinedRun;
}

/**
 * Which runs of files are one training. Files that lie in one folder, or one above the other, and say
 * the same numbers at the same places are shown as one run; copies are judged once. A run that may
 * turn out a copy is not told of before that is known.
 */
export class Families {
  readonly #seats = new Map<Run, Seat>();
  readonly #near = new Neighbourhood<Seat>();
  readonly #families = new Map<string, Family>();
  /** What was said of runs whose file is being written anew. */
  readonly #told = new Map<string, readonly Verdict[]>();

  constructor(private readonly newDiagnosis: NewDiagnosis) {}

  /** The run that stands for this one; undefined while it is kept back. */
  shownFor(run: Run): ShownRun | undefined {
    const seat = this.#seats.get(run);
    return seat?.family?.joined ?? (seat?.isTold ? run : undefined);
  }

  joinedAs(id: string): ShownRun | undefined {
    return this.#families.get(id)?.joined;
  }

  /** All that is told of. */
  get shown(): Set<ShownRun> {
    const shown = [...this.#seats.keys()].map((run) => this.shownFor(run));
    return new Set(shown.filter((run) => run !== undefined));
  }

  /** Points came to these runs of a file, and these verdicts on each of them alone. */
  grew(runs: ReadonlySet<Run>, verdicts: readonly RunVerdict[], arrival: Arrival): News {
    const news = noNews();
    for (const run of runs) {
      const seat = this.#seatOf(run);
      const { family, isTold } = seat;
      if (run.points >= seat.compareFrom) this.#compare(seat, arrival.atMs, news);
      if (family && seat.family === family) this.#familyGrew(family, arrival, news);
      else if (!seat.family && seat.isTold && isTold) {
        news.runs.add(run);
        news.verdicts.push(...verdicts.filter((verdict) => verdict.run === run.face.id));
      } else if (!seat.family && !seat.isTold) this.#introduce(seat, verdicts, arrival.atMs, news);
    }
    return news;
  }

  /** Something of this run changed that concerns no point. */
  told(run?: Run): News {
    const shown = run && this.shownFor(run);
    if (shown instanceof JoinedRun) shown.seq++;
    return { ...noNews(), runs: new Set(shown ? [shown] : []) };
  }

  /**
   * Other rules from here on: what is said of this run is what they say of all its points. Begins with that
   * or goes on, until the time is up; undefined: the run is not done.
   */
  rejudge(run: Run, isUp: () => boolean): News | undefined {
    const news = noNews();
    const was = run.verdicts;
    if (!run.isBehind) run.judgeAnew(this.newDiagnosis);
    if (!run.judgeOn(isUp)) return undefined;
    const seat = this.#seats.get(run);
    if (seat?.family) {
      // Once, when the last of them is done.
      if (seat.family.members.some((member) => member.run.isBehind)) return news;
      seat.family.joined.seq++;
      this.#make(seat.family, seat.family.members, news);
    } else if (seat?.isTold) {
      news.runs.add(run);
      news.verdicts.push(...changesBetween(run.face.id, was, run.verdicts));
    }
    return news;
  }

  /** These runs are no more, or are about to be written anew. `settle` draws the conclusions. */
  lost(runs: readonly Run[]): void {
    for (const run of runs) {
      const seat = this.#seats.get(run);
      if (!seat) continue;
      this.#seats.delete(run);
      this.#near.delete(run.face.file, seat);
      const { family } = seat;
      if (family) family.members = family.members.filter((member) => member !== seat);
      const { id } = run.face;
      const toldAs = seat.isTold ? run : family?.joined.face.id === id ? family.joined : undefined;
      if (toldAs) this.#told.set(id, toldAs.verdicts);
    }
  }

  /** After a loss: families that lost someone are made anew, or are none any more; `ids` are no more. */
  settle(ids: readonly string[]): News {
    const news = noNews();
    for (const family of [...this.#families.values()]) {
      const { members, joined } = family;
      if (members.length === joined.runs.length) continue;
      const hasFace = members.some(({ run }) => run.face.id === joined.face.id);
      if (members.length > 1 && hasFace) this.#make(family, members, news);
      else this.#part(family, news);
    }
    for (const id of ids) if (this.#told.delete(id) && !news.gone.includes(id)) news.gone.push(id);
    return news;
  }

  /** Time passes: who was kept back long enough is told of. */
  look(nowMs: number): News {
    const news = noNews();
    for (const seat of this.#seats.values()) {
      if (!seat.family && !seat.isTold) this.#introduce(seat, [], nowMs, news);
    }
    return news;
  }

  #seatOf(run: Run): Seat {
    const known = this.#seats.get(run);
    if (known) return known;
    const was = this.#told.get(run.face.id);
    this.#told.delete(run.face.id);
    const seat: Seat = {
      run,
      family: undefined,
      isTold: false,
      heldSince: undefined,
      was,
      compareFrom: 0,
      strangers: new Set(),
    };
    this.#seats.set(run, seat);
    this.#near.add(run.face.file, seat);
    return seat;
  }

  /** Looks for the family of a run. One that has none and may get one is kept back. */
  #compare(seat: Seat, nowMs: number, news: News): void {
    const { run, strangers, family } = seat;
    seat.compareFrom = run.points < EACH_UP_TO ? 0 : GROWN_BY * run.points;
    if (family) {
      this.#compareWithin(seat, family, news);
      return;
    }
    let isOpen = false;
    const near = this.#near.of(run.face.file);
    // A folder full of logs is no one training: each pair is compared once, when that settles it.
    if (near.size > CROWD && run.points < SETTLING) return;
    for (const other of near) {
      if (other.run.face.file === run.face.file) continue;
      if (strangers.has(other) || other.strangers.has(seat)) continue;
      const kinship = kinshipOf(run, other.run);
      if (kinship === 'different') strangers.add(other);
      else if (kinship === 'same' && this.#join(seat, other, news)) return;
      else isOpen ||= kinship === 'open';
    }
    seat.heldSince = isOpen ? (seat.heldSince ?? nowMs) : undefined;
  }

  /** Who agreed for a while and then says other things was another training. */
  #compareWithin(seat: Seat, family: Family, news: News): void {
    const strange = family.members.filter(
      (other) => other !== seat && kinshipOf(seat.run, other.run) === 'different',
    );
    if (strange.length === 0) return;
    for (const other of strange) seat.strangers.add(other);
    this.#part(family, news);
  }

  /** False: another of that family says other things. */
  #join(seat: Seat, other: Seat, news: News): boolean {
    const members = other.family?.members ?? [other];
    const isStrange = members.some(
      (member) => member !== other && kinshipOf(seat.run, member.run) === 'different',
    );
    if (isStrange) return false;
    this.#make(other.family, [...members, seat], news);
    return true;
  }

  /** Joins these runs anew. The id that people know is kept; the others vanish. */
  #make(before: Family | undefined, members: readonly Seat[], news: News): void {
    const [first] = members;
    const host = members.find(({ isTold }) => isTold) ?? first;
    if (!host) return;
    const face = before?.joined.face ?? host.run.face;
    const was = before?.joined.verdicts ?? (host.isTold ? host.run.verdicts : (host.was ?? []));
    const joined = new JoinedRun(
      { ...face, name: nameOf(members) },
      members.map(({ run }) => run),
      this.newDiagnosis,
      before?.joined,
    );
    const family = before ?? { members, joined };
    Object.assign(family, { members, joined });
    for (const seat of members) {
      if (seat.isTold && seat.run.face.id !== face.id) news.gone.push(seat.run.face.id);
      seat.isTold = false;
      seat.heldSince = undefined;
      seat.family = family;
    }
    this.#families.set(face.id, family);
    news.runs.add(joined);
    news.verdicts.push(...changesBetween(face.id, was, joined.verdicts));
  }

  #familyGrew(family: Family, arrival: Arrival, news: News): void {
    const { joined } = family;
    if (!joined.isCurrent) {
      joined.seq++;
      this.#make(family, family.members, news);
      return;
    }
    const changes = joined.grew(arrival);
    news.runs.add(joined);
    news.verdicts.push(...changes.map((change) => ({ run: joined.face.id, change })));
  }

  /** Each member is a run of its own again. */
  #part({ members, joined }: Family, news: News): void {
    const { id } = joined.face;
    this.#families.delete(id);
    let hasFace = [...this.#seats.values()].some(({ run, isTold }) => isTold && run.face.id === id);
    for (const seat of members) {
      const isFace = seat.run.face.id === id;
      hasFace ||= isFace;
      seat.family = undefined;
      seat.isTold = true;
      news.runs.add(seat.run);
      const was = isFace ? joined.verdicts : [];
      news.verdicts.push(...changesBetween(seat.run.face.id, was, seat.run.verdicts));
    }
    if (!hasFace) news.gone.push(id);
  }

  #introduce(seat: Seat, verdicts: readonly RunVerdict[], nowMs: number, news: News): void {
    const { run, was, heldSince } = seat;
    const isKnown = was !== undefined;
    if (!isKnown && heldSince !== undefined && nowMs - heldSince < HELD_MS) return;
    seat.isTold = true;
    seat.heldSince = undefined;
    news.runs.add(run);
    const isFresh = !isKnown && heldSince === undefined;
    const { id } = run.face;
    const ofRun = verdicts.filter((verdict) => verdict.run === id);
    news.verdicts.push(...(isFresh ? ofRun : changesBetween(id, was ?? [], run.verdicts)));
  }
}

function noNews(): News {
  return { runs: new Set(), verdicts: [], gone: [] };
}

/** The name of the file that lies nearest to the root: the log above its checkpoints and tables. */
function nameOf(members: readonly Seat[]): string {
  const depth = ({ run }: Seat) => run.face.name.split(/[\\/]/).length;
  return members.reduce((a, b) => (depth(b) < depth(a) ? b : a)).run.face.name;
}
