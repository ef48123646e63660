// The real logs beside the repository, each cut in many random ways: the readings must be the same.
//   npm run fuzz -- cuts [--ways 1000] [--seed N]
import { realLogs } from './parts/logs.js';
import { Random } from './parts/random.js';
import { printed, readIn } from './parts/reading.js';

const args = process.argv.slice(2);
const numberOf = (name: string, otherwise: number) =>
  args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
const ways = numberOf('--ways', 1000);
const seed = numberOf('--seed', 1);
/** A long log is cut into its pieces in the same ways, and read from its first bytes only. */
const LONGEST = numberOf('--longest', 64) * 1024;

let wrong = 0;
const logs = realLogs(LONGEST);
for (const [number, log] of logs.entries()) {
  const random = new Random(seed + number);
  const whole = printed(readIn(log, []));
  let differing = 0;
  for (let way = 0; way < ways; way++) {
    const ends = random.places(log.bytes.length, 1 + random.small(60));
    if (printed(readIn(log, ends)) === whole) continue;
    if (differing++ === 0) console.log(`${log.name}: differs when cut at ${ends.join(' ')}`);
  }
  if (differing > 0) wrong++;
}
console.log(`${logs.length} logs in ${ways} ways each: ${wrong} say something else when cut`);
process.exitCode = wrong === 0 ? 0 : 1;
