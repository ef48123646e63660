import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { name: 'engine', include: ['test/engine/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'criteria', include: ['test/criteria/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
