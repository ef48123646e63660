// Installs a real VS Code (server, workbench, extension host) from the npm registry alone, for the
// demonstration and the end-to-end tests. Git-ignored; a stamp file says which versions are there.
// LOSSCOPE_EDITOR_DIR names another folder, so that several clones can share one installation.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NODE = '24.21.0';
const CODE_SERVER = '4.139.1';
const root = resolve(import.meta.dirname, '..');

export const editorDir = resolve(process.env.LOSSCOPE_EDITOR_DIR ?? join(root, '.vscode-server'));
export const editorNode = join(editorDir, 'bin', 'node');
export const editorEntry = join(editorDir, 'node_modules/code-server/out/node/entry.js');
const stamp = join(editorDir, `.ok-${CODE_SERVER}-${NODE}`);

/** Folders of the installation that no test and no demonstration uses: 200 MB. */
const UNUSED = [
  'node_modules/@github',
  'extensions/copilot',
  'node_modules/@vscode/ripgrep-universal/bin/darwin',
  'node_modules/@vscode/ripgrep-universal/bin/win32',
];

function npm(args, cwd) {
  const quiet = ['--no-fund', '--no-audit', '--no-save', '--loglevel=error'];
  const env = { ...process.env, PATH: `${join(editorDir, 'bin')}:${process.env.PATH}` };
  execFileSync('npm', ['install', ...quiet, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Each step prints what it does and how long it took, so that nobody wonders. */
function step(what, act) {
  const start = Date.now();
  process.stdout.write(`editor: ${what} … `);
  act();
  console.log(`${((Date.now() - start) / 1000).toFixed(0)} s`);
}

/** Makes the editor be there. Cheap when it is. */
export function setUpEditor() {
  if (existsSync(stamp)) return;
  rmSync(editorDir, { recursive: true, force: true });
  mkdirSync(join(editorDir, 'bin'), { recursive: true });
  writeFileSync(join(editorDir, 'package.json'), '{ "private": true }\n');

  // The server accepts only its own major version of Node; the registry has it as a package.
  step(`installing Node ${NODE} for the editor (90 MB)`, () => {
    npm([`node@${NODE}`], editorDir);
    copyFileSync(join(editorDir, 'node_modules/node/bin/node'), editorNode);
    rmSync(join(editorDir, 'node_modules'), { recursive: true });
  });
  step(`installing the VS Code server ${CODE_SERVER} (190 MB)`, () =>
    npm(['--ignore-scripts', `code-server@${CODE_SERVER}`], editorDir),
  );
  const vscode = join(editorDir, 'node_modules/code-server/lib/vscode');
  step('installing its parts (400 MB)', () => npm(['--ignore-scripts', '--omit=dev'], vscode));
  for (const folder of UNUSED) rmSync(join(vscode, folder), { recursive: true, force: true });
  const microsoft = join(vscode, 'node_modules/@microsoft');
  for (const name of existsSync(microsoft) ? readdirSync(microsoft) : []) {
    if (name.startsWith('mxc-sdk')) rmSync(join(microsoft, name), { recursive: true, force: true });
  }
  writeFileSync(stamp, '');
}

if (process.argv[1] === import.meta.filename) {
  setUpEditor();
  console.log(`editor: ready in ${editorDir}`);
}
