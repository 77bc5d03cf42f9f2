import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const common = {
  setupFiles: ['tests/seed.ts'],
  environment: 'node',
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

/** They declare personal fields of their own, which no other file's process may know. */
const alone = ['tests/integration/personal.test.ts'];

export default defineConfig({
  test: {
    // Left to itself it keeps one core free, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        // Unit tests change nothing outside themselves, so one process runs many of their files.
        test: { ...common, name: 'unit', include: ['src/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        test: {
          ...common,
          name: 'whole',
          include: ['tests/{integration,architecture,county}/**/*.test.ts'],
          exclude: alone,
          globalSetup: ['tests/run.ts'],
          isolate: false,
        },
      },
      { test: { ...common, name: 'alone', include: alone, globalSetup: ['tests/run.ts'] } },
    ],
  },
});
