import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';

const run = promisify(execFile);
let application: Application;
let folder: string;

beforeAll(async () => {
  application = await openApplication({ place: { kind: 'memory' } });
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-openapi-'));
});
afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true });
});

test('the served OpenAPI document names every route and passes its linter', async () => {
  const server = await createServer(application);
  const answer = await server.inject('/api/openapi.json');
  const document = answer.json<{ openapi: string; paths: Record<string, Record<string, { operationId: string }>> }>();
  expect(document.openapi).toMatch(/^3\.1\./);
  const named = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(named).toHaveLength(application.routes.length);
  expect(new Set(named.map(({ operationId }) => operationId)).size).toBe(named.length);
  const file = path.join(folder, 'openapi.json');
  await writeFile(file, answer.body);
  const linted = await run(process.execPath, ['node_modules/@redocly/cli/bin/cli.js', 'lint', file], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  expect(linted.stderr + linted.stdout).toContain('valid');
  await server.close();
});

test('the server says that it is well', async () => {
  const server = await createServer(application);
  expect((await server.inject('/api/v1/health')).json()).toMatchObject({ status: 'ok', database: 'embedded' });
  await server.close();
});
