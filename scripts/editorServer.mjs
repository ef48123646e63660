// Starts the real editor on a free loopback port with a throw-away profile.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { editorEntry, editorNode, setUpEditor } from './editorSetup.mjs';

/** A quiet window: no chat, no welcome page, nothing that asks the network. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};

const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

/**
 * Resolves when the editor answers.
 * `profile`: folder for everything it writes. `vsix`: extension to install. `trusted`: false keeps
 * Workspace Trust on, so that an unknown folder opens in Restricted Mode. `options`: server flags.
 */
export async function startEditor({
  profile,
  workspace,
  vsix,
  port,
  settings = {},
  trusted = true,
  options = [],
}) {
  setUpEditor();
  const user = join(profile, 'user');
  const extensions = join(profile, 'extensions');
  const dirs = ['--user-data-dir', user, '--extensions-dir', extensions];
  mkdirSync(join(user, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const trust = trusted ? { 'security.workspace.trust.enabled': false } : {};
  writeFileSync(
    join(user, 'User/settings.json'),
    JSON.stringify({ ...QUIET, ...trust, ...settings }, null, 2),
  );

  const xdg = join(profile, 'xdg');
  const path = `${dirname(editorNode)}:${process.env.PATH}`;
  const env = { ...process.env, XDG_CONFIG_HOME: xdg, XDG_DATA_HOME: xdg, PATH: path };
  if (vsix) {
    const install = [editorEntry, ...dirs, '--install-extension', resolve(vsix)];
    execFileSync(editorNode, install, { env, stdio: 'pipe', timeout: 120_000 });
  }

  const usedPort = port ?? (await freePort());
  const logFile = join(profile, 'server.log');
  const log = openSync(logFile, 'w');
  const flags = [
    '--auth',
    'none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--reconnection-grace-time',
    '5',
  ];
  if (trusted) flags.push('--disable-workspace-trust');
  const server = spawn(
    editorNode,
    [
      editorEntry,
      ...dirs,
      '--bind-addr',
      `127.0.0.1:${usedPort}`,
      ...flags,
      ...options.flatMap((option) => ['--vscode-option', option]),
    ],
    { env, stdio: ['ignore', log, log], detached: true },
  );
  const base = `http://127.0.0.1:${usedPort}/`;
  await answered(`${base}healthz`, server, logFile);
  return {
    base,
    url: `${base}?folder=${encodeURIComponent(resolve(workspace))}`,
    pid: server.pid,
    logFile,
    log: () => readFileSync(logFile, 'utf8'),
    stop: () => stop(server),
  };
}

async function answered(url, server, logFile) {
  for (let tries = 0; tries < 480; tries++) {
    if (server.exitCode !== null) break;
    const up = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 125));
  }
  throw new Error(
    `the editor did not start; the end of its log:\n${readFileSync(logFile, 'utf8').slice(-2000)}`,
  );
}

/** Ends the server and what it started: its own process group, gently first. */
function stop(server) {
  return new Promise((done) => {
    if (server.exitCode !== null) return done();
    const kill = (signal) => {
      try {
        process.kill(-server.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    };
    const hard = setTimeout(() => kill('SIGKILL'), 5_000);
    server.once('exit', () => {
      clearTimeout(hard);
      kill('SIGKILL');
      done();
    });
    kill('SIGTERM');
  });
}

/** Removes a profile; the editor's children may still be closing files. */
export function removeProfile(profile) {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
