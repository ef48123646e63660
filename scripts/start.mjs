// `npm start`: a real VS Code in the browser with Losscope installed and a real small training that
// grows. Says what it does and how long it takes. `--desktop` uses the `code` on the PATH instead.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeProfile, startEditor } from './editorServer.mjs';
import { setUpEditor } from './editorSetup.mjs';

const root = resolve(import.meta.dirname, '..');
const desktop = process.argv.includes('--desktop');
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const say = (text) => console.log(`losscope: ${text}`);

function run(what, command, args) {
  const before = Date.now();
  say(`${what} …`);
  execFileSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  say(`${what}: ${((Date.now() - before) / 1000).toFixed(1)} s`);
}

run('building and packaging the extension', 'npm', ['run', '--silent', 'package']);
if (!desktop) {
  say('the editor: installed once from the npm registry, about half a minute …');
  setUpEditor();
}

const profile = mkdtempSync(join(tmpdir(), 'losscope-start-'));
const workspace = join(profile, 'two-moons');
cpSync(join(root, 'scripts/demo/workspace'), workspace, { recursive: true });

let editor;
if (desktop) {
  execFileSync('code', ['--install-extension', join(root, 'losscope.vsix'), '--force'], {
    stdio: 'inherit',
  });
  execFileSync('code', ['--new-window', workspace], { stdio: 'inherit' });
} else {
  editor = await startEditor({
    profile,
    workspace,
    vsix: join(root, 'losscope.vsix'),
    port: process.env.PORT ? Number(process.env.PORT) : undefined,
  });
}

// The training writes as a shell's redirection would. It ends by itself after about two minutes.
const log = openSync(join(workspace, 'train.log'), 'w');
const training = spawn(process.execPath, [join(root, 'scripts/demo/train.mjs'), '--delay', '450'], {
  stdio: ['ignore', log, log],
});

let closing = false;
async function close() {
  if (closing) return;
  closing = true;
  training.kill();
  await editor?.stop();
  removeProfile(profile);
  process.exit(0);
}
process.on('SIGINT', close);
process.on('SIGTERM', close);

say(`ready after ${seconds()}. The training runs for two minutes in ${workspace}`);
if (editor) {
  console.log(
    `\n  Open ${editor.url}\n\n  In it: F1, "Losscope: Open Live Curves". Ctrl+C here stops everything.\n`,
  );
  openBrowser(editor.url);
}

/** Opens the address where there is a desktop to open it on; elsewhere the printed line is enough. */
function openBrowser(url) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const hasDesktop =
    process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDesktop || process.env.CI || process.env.BROWSER === 'none') return;
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => say('no browser could be opened by itself: use the address above.'))
    .unref();
}
