// Starts a built engine on a folder as the editor does, and prints the names of its runs: node … ENGINE FOLDER
'use strict';

const { Worker } = require('node:worker_threads');

const [, , engine, folder] = process.argv;
const worker = new Worker(engine);
worker.on('message', ({ type, runs }) => {
  if (type !== 'runs') return;
  process.stdout.write(runs.map(({ name }) => name).join('\n'));
  process.exit(0);
});
// With a pattern, so that its engine is loaded, too.
worker.postMessage({
  type: 'start',
  roots: [folder],
  exclude: [],
  formats: [{ pattern: '\\step \\loss' }],
});
setTimeout(() => process.exit(1), 20_000);
