import type { Log } from './logs.js';
import type { Random } from './random.js';

/** An input is never longer. */
const LONGEST = 3 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
const BRACKETS = ['[', '{', '(', '{"a":', "{'a': [", '[[', '|', '"', "'"];
const ODD_NUMBERS = [
  'nan',
  'inf',
  '-inf',
  '1e309',
  '-0',
  '0x1f',
  '1.2.3',
  '1_000',
  '9'.repeat(400),
];

type Mutation = (text: string, random: Random, other: string) => string;

/** Texts here are bytes: one character each (latin1). */
const MUTATIONS: readonly Mutation[] = [
  bitFlips,
  cutLines,
  swapColumns,
  repeatLines,
  shuffleLines,
  longToken,
  nuls,
  deepBrackets,
  numberSoup,
  oddNumbers,
  otherEnds,
  splice,
  garbage,
  wholeAgain,
  escapes,
];

/** One of these logs, changed a few times, in some encoding, under some name. */
export function mutated(logs: readonly Log[], random: Random): Log {
  const log = random.pick(logs);
  let text = log.bytes.toString('latin1');
  const changes = 1 + random.small(8);
  for (let time = 0; time < changes; time++) {
    const other = random.pick(logs).bytes.toString('latin1');
    text = random.pick(MUTATIONS)(text, random, other).slice(0, LONGEST);
  }
  const names = [log.name, log.name, 'train.log', 'results.csv', 'log', 'trainer_state.json'];
  return { name: random.pick(names), bytes: encoded(text, random) };
}

function encoded(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  if (!random.isLess(0.15)) return bytes;
  const wide = Buffer.from(bytes.toString('utf8'), 'utf16le').subarray(0, LONGEST & ~1);
  const mark = random.isLess(0.5) ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0);
  if (random.isLess(0.3)) return Buffer.concat([bytes.subarray(0, bytes.length >> 1), wide]);
  const whole = Buffer.concat([mark, wide]);
  return random.isLess(0.3) ? whole.swap16() : whole;
}

function bitFlips(text: string, random: Random): string {
  const bytes = Buffer.from(text, 'latin1');
  const count = 1 + random.small(200);
  for (let time = 0; time < count && bytes.length > 0; time++) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes.toString('latin1');
}

/** Lines lose their beginning, their end, or both; some vanish. */
function cutLines(text: string, random: Random): string {
  return overLines(text, random, (line) => {
    const from = random.isLess(0.5) ? random.below(line.length + 1) : 0;
    return line.slice(from, random.isLess(0.5) ? random.below(line.length + 1) : undefined);
  });
}

function swapColumns(text: string, random: Random): string {
  const joint = random.pick([',', '\t', ' ', '|', ': ']);
  return overLines(text, random, (line) => {
    const cells = line.split(joint);
    const [a, b] = [random.below(cells.length), random.below(cells.length)];
    [cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? ''];
    return cells.join(joint);
  });
}

function repeatLines(text: string, random: Random): string {
  const times = Math.min(1 + random.small(50), roomFor(text));
  return overLines(text, random, (line) => Array.from({ length: times }, () => line).join('\n'));
}

function shuffleLines(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let at = lines.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }
  return lines.join('\n');
}

/** A token of up to 1 MB in the middle. */
function longToken(text: string, random: Random): string {
  const piece = random.pick(['1', 'a', ' ', '(', '-', '.', ':', '=', '"', '\\', '1 ', 'a=', '1,']);
  const size = random.isLess(0.3) ? MEGABYTE : random.small(MEGABYTE);
  return insert(text, random, piece.repeat(size / piece.length));
}

function nuls(text: string, random: Random): string {
  return insert(text, random, '\0'.repeat(1 + random.small(5000)));
}

function deepBrackets(text: string, random: Random): string {
  return insert(text, random, random.pick(BRACKETS).repeat(1 + random.small(50_000)));
}

function numberSoup(text: string, random: Random): string {
  const count = 1 + random.small(20_000);
  const numbers = Array.from({ length: count }, () =>
    random.pick([
      String(random.below(1000)),
      random.next().toFixed(3),
      '3e-4',
      '5/10',
      '12:30',
      '7%',
    ]),
  );
  return insert(text, random, numbers.join(random.pick([' ', ',', '\n', ', ', '|'])));
}

function oddNumbers(text: string, random: Random): string {
  return text.replace(/\d{1,12}\.\d{1,12}/g, (number) =>
    random.isLess(0.1) ? random.pick(ODD_NUMBERS) : number,
  );
}

function otherEnds(text: string, random: Random): string {
  return text.replaceAll(
    '\n',
    random.pick(['\r', '\r\n', '\n\n', '\r\r\n', ' ', '\x1b[A\n', '\b']),
  );
}

function splice(text: string, random: Random, other: string): string {
  const [from, to] = [random.below(other.length + 1), random.below(other.length + 1)];
  return insert(text, random, other.slice(Math.min(from, to), Math.max(from, to)));
}

function garbage(text: string, random: Random): string {
  const bytes = Buffer.from(Array.from({ length: random.small(20_000) }, () => random.below(256)));
  return insert(text, random, bytes.toString('latin1'));
}

function wholeAgain(text: string, random: Random): string {
  return text.repeat(Math.min(2 + random.small(40), roomFor(text)));
}

function escapes(text: string, random: Random): string {
  const sequence = random.pick([
    '\x1b[32m',
    '\x1b[K',
    '\x1b]0;x\x07',
    '\x1b[',
    '\u00e9',
    '\u00ff\u00fe',
  ]);
  return overLines(text, random, (line) => insert(line, random, sequence));
}

/** How many times a text may stand there, at least once. */
function roomFor(text: string): number {
  return Math.max(1, Math.floor(LONGEST / (text.length + 1)));
}

function insert(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

/** A third of the lines, changed. */
function overLines(text: string, random: Random, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (random.isLess(0.3) ? change(line) : line))
    .join('\n');
}
