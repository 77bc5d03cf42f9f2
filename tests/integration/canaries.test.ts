import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { backUp } from '#core/backup';
import { openFileStore } from '#core/files';
import { personalTables } from '#core/personal';

/** Values that stand nowhere else: wherever one of them is found, it leaked. */
const canaries = {
  phone: '13911112222',
  email: 'canary.of.the.test@example.com',
  password: 'Canary-Feather7 yellow',
  fresh: 'Canary-Feather8 yellow',
  wrong: 'Canary-Guess9 yellow',
};

let folder: string;
let application: Application;
const written: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-canaries-'));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  vi.stubEnv('JUNHENG_LOG', 'debug');
  // By the settings, as `serve` does: the database of DATABASE_URL where one is set, else one in the folder.
  application = await openApplication({ dataFolder: folder });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await application.close();
  await rm(folder, { recursive: true });
});

const found = (text: string) =>
  Object.values(canaries).filter((canary) => text.includes(canary) || text.includes(encodeURIComponent(canary)));

async function filesBelow(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

test('no personal value reaches an answer, a log line, an address, the trail, a backup or a file', async () => {
  const server = await createServer(application);
  const addresses: string[] = [];
  const answers: string[] = [];
  let cookie = '';
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, language = 'zh-CN') => {
    addresses.push(url);
    const answer = await server.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie, 'accept-language': language },
      ...(payload && { payload }),
    });
    const set = answer.headers['set-cookie'];
    if (typeof set === 'string') cookie = set.split(';')[0] ?? '';
    answers.push(`${answer.body} ${JSON.stringify(answer.headers)}`);
    return answer;
  };
  const token = (await application.signIn.firstLink(application.now())) ?? '';
  const { phone, email, password, fresh, wrong } = canaries;
  await ask('POST', '/sign-in/link/accept', { token, name: '甲', login: 'ada', password });
  expect((await ask('PUT', '/account/contacts', { phone, email })).statusCode).toBe(200);
  // Every way in which such a value can be refused, in both languages.
  for (const language of ['zh-CN', 'en']) {
    await ask('POST', '/sign-in', { login: 'ada', password: wrong }, language);
    await ask('POST', '/sign-in', { login: phone, password: wrong }, language);
    await ask('POST', '/sign-in', { login: [email], password: { wrong } }, language);
    await ask('PUT', '/account/contacts', { phone: `${phone}x`, email: `${email} ${email}` }, language);
    await ask('POST', '/account/password', { old: wrong, fresh }, language);
    await ask('POST', '/account/password', { old: password, fresh: wrong.slice(0, 8) }, language);
    await ask('POST', `/people/000000/nobody/account`, { phone }, language);
    await ask('PUT', '/nowhere', { phone, email, password }, language);
  }
  expect((await ask('POST', '/account/password', { old: password, fresh })).statusCode).toBe(200);
  const own = await ask('GET', '/account');
  expect(own.json()).toMatchObject({ phone: '139***22', email: 'c***@example.com' });
  await ask('GET', '/me');
  await ask('POST', '/sign-out', {});
  await server.close();
  await application.personal.rotate();
  await application.audit.seal();

  expect(found(answers.join('\n'))).toEqual([]);
  expect(found(addresses.join('\n'))).toEqual([]);
  expect(written.length).toBeGreaterThan(10);
  expect(found(written.join(''))).toEqual([]);

  const place = path.join(folder, 'backup.jhb.gz');
  const files = openFileStore(path.join(folder, 'files'));
  await backUp({ database: application.database, files }, place, { madeAt: application.now() });
  const archive = gunzipSync(await readFile(place)).toString('utf8');
  expect(archive).toContain('signIn.changePassword');
  expect(archive).toContain('sign_in_account');
  expect(found(archive)).toEqual([]);

  const kept = (await filesBelow(folder)).filter((file) => file !== place);
  // A server keeps its own files elsewhere.
  expect(kept.length).toBeGreaterThan(5);
  for (const file of kept) expect([file, found((await readFile(file)).toString('latin1'))]).toEqual([file, []]);
});

test('the register of personal fields names a purpose and a time of keeping for each', () => {
  const fields = personalTables().flatMap(({ table, fields: named }) =>
    Object.values(named).map(({ column, purpose, keptYears }) => ({ table, column, purpose, keptYears })),
  );
  expect(fields.map(({ table, column }) => `${table}.${column}`)).toEqual(
    expect.arrayContaining(['sign_in_account.phone', 'sign_in_account.email', 'sign_in_account.totp']),
  );
  for (const { purpose, keptYears } of fields) {
    expect(purpose.zh.length * purpose.en.length).toBeGreaterThan(0);
    expect(keptYears).toBeGreaterThanOrEqual(0);
  }
});
