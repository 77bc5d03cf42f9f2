import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where what is made once a run is kept. */
    runFolder: string;
    /** What the names of this run's shared databases begin with. */
    runName: string;
  }
}

const runName = `junheng_run_${crypto.randomUUID().slice(0, 8)}`;
const runFolder = path.resolve('.cache', runName);

/** What the test files of one run share. */
export function setup(project: TestProject): void {
  mkdirSync(runFolder, { recursive: true });
  project.provide('runFolder', runFolder);
  project.provide('runName', runName);
}

export async function teardown(): Promise<void> {
  rmSync(runFolder, { recursive: true, force: true });
  if (process.env.DATABASE_URL === undefined) return;
  const server = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await server.connect();
  try {
    const { rows } = await server.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [runName],
    );
    for (const { datname } of rows) await server.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  } finally {
    await server.end();
  }
}
