import { defineConfig } from 'vitest/config';

/** One project a stage of `npm test`: what needs a disk, Python or a browser stands apart. */
const project = (name, include, limitMs) => ({
  // One editor at a time: they share the machine's cores.
  test: {
    name,
    include,
    testTimeout: limitMs,
    hookTimeout: limitMs,
    fileParallelism: name === 'unit',
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts'], 10_000),
      project('engine', ['test/engine/**/*.test.ts'], 30_000),
      project('criteria', ['test/criteria/**/*.test.ts'], 240_000),
      project('page', ['test/webview/**/*.test.ts'], 60_000),
      project('host', ['test/e2e/host.test.ts'], 300_000),
      project('e2e', ['test/e2e/{editor,looks,marks,reading}.test.ts'], 180_000),
    ],
  },
});
