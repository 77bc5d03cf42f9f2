import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// What opens the database of DATABASE_URL runs once more there: by the list of engines, or by the settings as the canaries do.
const onServer = globSync(['src/**/*.test.ts', 'tests/integration/**/*.test.ts']).filter((file) =>
  /testEngine|of DATABASE_URL/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    include: onServer,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/run.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
