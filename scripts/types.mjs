// Type-checks each room of the house with its own settings: a room that may not know node or the DOM
// does not compile when it does. Prints the rooms that fail; exit 1 if any does.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const rooms = [
  'src/analysis',
  'src/criteria',
  'src/engine',
  'src/cli',
  'src/webview',
  'src/extension',
  'test',
  'test/host',
].filter(
  (room) =>
    existsSync(`${room}/tsconfig.json`) &&
    readdirSync(room, { recursive: true }).some((name) => String(name).endsWith('.ts')),
);

const failed = rooms.filter((room) => {
  const { status } = spawnSync('npx', ['tsc', '-p', room], { stdio: 'inherit' });
  return status !== 0;
});
console.log(
  failed.length === 0 ? `types: ${rooms.length} rooms right` : `types: wrong in ${failed}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
