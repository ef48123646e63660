// A file that says something else in pieces, made as short as it stays so.
//   npm run fuzz -- minimal FILE
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Random } from './parts/random.js';
import { printed, readIn, someEnds } from './parts/reading.js';

const [file = ''] = process.argv.slice(2);
const name = basename(file).replace(/^\d+-/, '');

/** Does one of these cuts show it? */
function differs(bytes: Buffer): readonly number[] | undefined {
  const whole = printed(readIn({ name, bytes }, []));
  const stride = Math.max(1, Math.floor(bytes.length / 300));
  const all = Array.from({ length: Math.floor(bytes.length / stride) }, (_, at) => at * stride);
  if (printed(readIn({ name, bytes }, all)) !== whole) return all;
  for (const at of all) if (printed(readIn({ name, bytes }, [at])) !== whole) return [at];
  const random = new Random(bytes.length);
  for (let way = 0; way < 300; way++) {
    const ends = someEnds(random, bytes.length);
    if (printed(readIn({ name, bytes }, ends)) !== whole) return ends;
  }
  return undefined;
}

let bytes: Buffer = readFileSync(file);
let ends = differs(bytes);
if (!ends) console.log('says the same in all pieces that were tried');
else {
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < bytes.length; from += size) {
      const shorter = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + size)]);
      const still = differs(shorter);
      if (!still) continue;
      [bytes, ends] = [shorter, still];
      from -= size;
    }
  }
  console.log(JSON.stringify(bytes.toString('latin1')));
  console.log(`cut at ${ends.join(' ')}`);
  console.log(`whole:  ${printed(readIn({ name, bytes }, []))}`);
  console.log(`pieces: ${printed(readIn({ name, bytes }, ends))}`);
}
