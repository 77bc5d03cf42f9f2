import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// What touches the database runs once more on PostgreSQL: the integration tests, and any test that opens every engine.
const opensEngines = globSync('src/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes('testEngines'));

export default defineConfig({
  test: {
    include: ['tests/integration/**/*.test.ts', ...opensEngines],
    // Kills the embedded database only.
    exclude: ['tests/integration/kill.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
