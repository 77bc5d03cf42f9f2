import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/{integration,architecture,county}/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/run.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
