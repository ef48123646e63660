// Put before a program: whoever asks the network or starts a process ends it with exit code 66.
'use strict';

const forbidden = [
  ['net', ['connect', 'createConnection', 'createServer']],
  ['tls', ['connect', 'createServer']],
  ['http', ['request', 'get', 'createServer']],
  ['https', ['request', 'get', 'createServer']],
  ['http2', ['connect', 'createServer', 'createSecureServer']],
  ['dgram', ['createSocket']],
  ['dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
  ['child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
];

const fs = require('node:fs');

function refuse(what) {
  fs.writeSync(2, `forbidden: ${what}\n`);
  process.exit(66);
}

for (const [name, calls] of forbidden) {
  const module = require(`node:${name}`);
  for (const call of calls) module[call] = () => refuse(`${name}.${call}`);
}
// Below all of them.
require('node:net').Socket.prototype.connect = () => refuse('a socket');
globalThis.fetch = () => refuse('fetch');
globalThis.WebSocket = class {
  constructor() {
    refuse('WebSocket');
  }
};
