import { type Database, databaseOver } from './database.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { postgresEngine } from './postgres-engine.ts';

/** The engine a test of this folder runs on: the embedded one, or PostgreSQL where `DATABASE_URL` is set. */
export const testEngines: readonly { readonly engine: string; readonly open: () => Promise<Database> }[] = [
  process.env.DATABASE_URL === undefined
    ? { engine: 'embedded', open: async () => databaseOver(await embeddedEngine({})) }
    : { engine: 'postgres', open: () => openScratch(process.env.DATABASE_URL ?? '') },
];

/** A new empty database on the server, dropped when it is closed. */
async function openScratch(serverUrl: string): Promise<Database> {
  const name = `junheng_test_${crypto.randomUUID().replaceAll('-', '')}`;
  const server = databaseOver(postgresEngine(serverUrl, 1));
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const scratch = databaseOver(postgresEngine(url.href));
  const closeScratch = scratch.close.bind(scratch);
  scratch.close = async () => {
    await closeScratch();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.close();
  };
  return scratch;
}
