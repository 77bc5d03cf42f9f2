import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'junheng-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the environment wins over the file, the file over the default', () => {
  writeFileSync(
    path.join(folder, 'junheng.yaml'),
    'port: 9000\nlogLevel: info\nscheduledBackup: no\ndataFolder: here\n',
  );
  expect(readConfig({ JUNHENG_PORT: '9001' }, folder)).toMatchObject({
    port: 9001,
    logLevel: 'info',
    scheduledBackup: false,
    dataFolder: path.join(folder, 'here'),
    host: '127.0.0.1',
  });
});

test('a wrong setting is named', () => {
  expect(() => readConfig({ JUNHENG_PORT: 'x' }, folder)).toThrow(/port/);
  expect(() => readConfig({ DATABASE_URL: 'http://x' }, folder)).toThrow(/databaseUrl/);
  writeFileSync(path.join(folder, 'junheng.yaml'), 'prot: 9000\n');
  expect(() => readConfig({}, folder)).toThrow(/prot/);
  writeFileSync(path.join(folder, 'junheng.yaml'), '- a\n');
  expect(() => readConfig({}, folder)).toThrow(/cannot be read/);
});
