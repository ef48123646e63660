// All tests, stage by stage, each with its time; ends with "N passed, N failed, N skipped".
//   npm test -- --only unit,engine
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { browserPath, NO_BROWSER } from './browser.mjs';

const root = resolve(import.meta.dirname, '..');
const artefacts = join(root, 'artefacts');
mkdirSync(artefacts, { recursive: true });

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole counts as one test. */
const check =
  (command, ...args) =>
  () => {
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
    return status === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
  };

/** One vitest project. Its skipped tests are counted and named, never silent. */
const vitest = (project) => () => {
  const file = join(artefacts, `vitest-${project}.json`);
  rmSync(file, { force: true });
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit' });
  if (!existsSync(file)) return { ...NONE, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  for (const test of tests) {
    if (test.status === 'skipped' || test.status === 'pending')
      console.log(`  skipped: ${test.fullName}`);
  }
  const broken = status !== 0 && report.numFailedTests === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
};

/** Stages that need a browser say so once and count as skipped where there is none. */
const withBrowser = (stage) => () => {
  if (browserPath) return stage();
  console.log(`  skipped: ${NO_BROWSER}`);
  return { ...NONE, skipped: 1 };
};

const program = (name, ...args) => check('npm', 'run', '--silent', name, '--', ...args);

const STAGES = [
  ['types', check('node', 'scripts/types.mjs')],
  ['lint', check('npx', 'biome', 'check', '.')],
  ['unit', vitest('unit')],
  ['package', check('npm', 'run', '--silent', 'package')],
  ['engine', vitest('engine')],
  ['soak', program('test:soak', '--minutes', '1', '--files', '100')],
  ['flood', program('test:flood', '--seconds', '15')],
  ['criteria', vitest('criteria')],
  ['page', withBrowser(vitest('page'))],
  ['host', withBrowser(vitest('host'))],
  ['e2e', withBrowser(vitest('e2e'))],
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? process.argv[onlyAt + 1]?.split(',') : undefined;
const unknown = only?.find((name) => !STAGES.some(([stage]) => stage === name));
if (unknown) {
  console.error(`there is no stage "${unknown}": ${STAGES.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

const total = { ...NONE };
const times = [];
for (const [name, stage] of STAGES) {
  if (only && !only.includes(name)) continue;
  console.log(`\n── ${name}`);
  const start = Date.now();
  const result = stage();
  for (const key of Object.keys(total)) total[key] += result[key];
  times.push(
    `${name} ${((Date.now() - start) / 1000).toFixed(0)} s${result.failed ? ' FAILED' : ''}`,
  );
}
console.log(`\n${times.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
