import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGate, type Principal, type Role } from '#core/access';
import type { Database } from '#core/db';
import { createLog } from '#core/log';
import { testEngines } from '#test-database';
import { noticesMigrations } from './index.ts';
import type { Contact, NewNotice } from './model.ts';
import { Notices } from './notices.ts';
import { waitMinutes } from './outbox.ts';
import { smsChannel } from './sms-channel.ts';
import { smtpChannel } from './smtp-channel.ts';
import { webhookChannel } from './webhook-channel.ts';
import { judgeWebhook, type WebhookHeaders } from './webhook-signature.ts';

const area = '341181';
const school = '2134000001';
const role = (id: string, permissions: string[]): [string, Role] => [
  id,
  { id, name: { zh: id, en: id }, duty: { zh: id, en: id }, at: 'area', permissions },
];
const gate = createGate({
  roles: new Map([role('officer', ['trial.watch']), role('reader', [])]),
  today: () => '2026-11-20',
  oddAreas: () => new Map(),
});
const person = (id: string, roleId: string, at: string, unit?: string): Principal => ({
  id,
  name: id,
  kind: 'person',
  grants: [{ role: roleId, area: at, unit }],
  home: { area: at },
});
const officer = person('officer', 'officer', area);
const city = person('city', 'officer', '341100');
const elsewhere = person('elsewhere', 'officer', '320102');
const clerk = person('clerk', 'officer', area, school);
const reader = person('reader', 'reader', area);
const canary = 'canary-address@example.test';

let now = new Date('2026-11-20T01:00:00Z');
const lines: string[] = [];
const log = createLog({ level: 'debug', now: () => now, write: (line) => lines.push(line) });
const notice = (key: string, more: Partial<NewNotice> = {}): NewNotice => ({
  to: { permission: 'trial.watch' },
  area,
  kind: 'trial.told',
  text: { zh: `通知 ${key}`, en: `Notice ${key}` },
  key,
  ...more,
});

describe.each(testEngines)('notices on $engine', ({ open }) => {
  let database: Database;
  let notices: Notices;
  beforeAll(async () => {
    database = await open([noticesMigrations]);
    notices = new Notices({ database, gate, now: () => now, log });
    notices.addressable(['trial.watch']);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    now = new Date('2026-11-20T01:00:00Z');
    await database.query('DELETE FROM notice');
    await database.query('DELETE FROM notice_outbox');
    await database.query('DELETE FROM notice_receipt');
  });
  const put = (given: NewNotice, over = notices) => database.transaction((session) => over.put(session, given));
  const keysFor = async (by: Principal) => (await notices.list(by)).map(({ text }) => text.en).sort();

  test('a notice reaches whom it is for, by person or by permission at its place, and nobody else', async () => {
    await put(notice('county'));
    await put(notice('school', { unit: school }));
    await put(notice('person', { to: { person: 'reader' } }));
    expect(await keysFor(officer)).toEqual(['Notice county', 'Notice school']);
    expect(await keysFor(city)).toEqual(['Notice county', 'Notice school']);
    expect(await keysFor(clerk)).toEqual(['Notice school']);
    expect(await keysFor(reader)).toEqual(['Notice person']);
    expect(await keysFor(elsewhere)).toEqual([]);
    await expect(put(notice('x', { to: { permission: 'trial.unheard' } }))).rejects.toThrow(/not addressed/);
  });

  test('put twice under one key it is there once; taken back with its transaction', async () => {
    await put(notice('once'));
    await put(notice('once'));
    await expect(
      database.transaction(async (session) => {
        await notices.put(session, notice('never'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await keysFor(officer)).toEqual(['Notice once']);
  });

  test('reading is noted once, for each reader, and only by whom it is for', async () => {
    await put(notice('read me'));
    const [found] = await notices.list(officer);
    const { county, id } = found ?? { county: '', id: '' };
    expect(await notices.countUnread(officer)).toBe(1);
    await notices.read(officer, county, id);
    now = new Date('2026-11-21T01:00:00Z');
    await notices.read(officer, county, id);
    await notices.read(city, county, id);
    await expect(notices.read(elsewhere, county, id)).rejects.toMatchObject({ code: 'notices.notFound' });
    expect(await notices.countUnread(officer)).toBe(0);
    expect(await notices.list(officer, { isUnread: true })).toEqual([]);
    expect(await notices.receipts(officer, county, id)).toEqual([
      { person: 'officer', readAt: new Date('2026-11-20T01:00:00Z') },
      { person: 'city', readAt: new Date('2026-11-21T01:00:00Z') },
    ]);
    expect((await notices.list(officer))[0]?.readAt).toEqual(new Date('2026-11-20T01:00:00Z'));
  });

  test('mail: the digest of a day leaves once for each person, in their language, through a real server', async () => {
    const mails: { to: string[]; text: string }[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString('utf8'),
          });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    const contacts = new Map<string, Contact>([
      ['officer', { language: 'zh-CN', addresses: { email: 'officer@example.test' } }],
      ['city', { language: 'en', addresses: { email: 'city@example.test' } }],
      ['elsewhere', { language: 'en', addresses: { email: 'elsewhere@example.test' } }],
    ]);
    const mailing = new Notices({
      database,
      gate,
      now: () => now,
      log,
      channels: [smtpChannel({ url: `smtp://127.0.0.1:${port}`, from: 'junheng@example.test' })],
      contactOf: async (id) => contacts.get(id),
    });
    mailing.addressable(['trial.watch']);
    await put(notice('told'), mailing);
    const source = {
      async *people() {
        for (const principal of [officer, city, elsewhere]) {
          yield { principal, contact: contacts.get(principal.id) ?? { language: 'en' as const, addresses: {} } };
        }
      },
      tasks: async (by: Principal) => (by === officer ? { waiting: 3, overdue: 1 } : { waiting: 0, overdue: 0 }),
    };
    expect(await mailing.digest(source)).toBe(2);
    expect(await mailing.digest(source)).toBe(2);
    expect(await mailing.deliver()).toBe(2);
    expect(await mailing.deliver()).toBe(0);
    mailing.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    expect(new Set(mails.map(({ to }) => to[0]))).toEqual(new Set(['city@example.test', 'officer@example.test']));
    expect(mails).toHaveLength(2);
    expect(mails.find(({ to }) => to[0] === 'city@example.test')?.text).toContain('Junheng 2026-11-20');
  });

  test('webhook: signed, retried with a growing wait, safe against replay, through a real server', async () => {
    const secret = 'shared secret';
    const taken = new Map<string, string>();
    const verdicts: string[] = [];
    let refusals = 2;
    let captured: { headers: WebhookHeaders; body: string } | undefined;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const headers = request.headers as unknown as WebhookHeaders;
        const verdict = judgeWebhook(secret, headers, body, now, (id) => taken.has(id));
        verdicts.push(verdict);
        captured = { headers, body };
        if (refusals > 0) {
          refusals -= 1;
          response.writeHead(503).end();
          return;
        }
        if (verdict === 'genuine') taken.set(headers['junheng-id'], body);
        response.writeHead(verdict === 'genuine' || verdict === 'repeated' ? 204 : 401).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    const hooked = new Notices({
      database,
      gate,
      now: () => now,
      log,
      channels: [webhookChannel({ url, secret, now: () => now })],
    });
    hooked.addressable(['trial.watch']);
    await put(notice('hook', { about: { kind: 'trial.repair', id: '341181-x' } }), hooked);
    await put(notice('hook'), hooked);
    expect(await hooked.deliver()).toBe(0);
    expect(await hooked.deliver()).toBe(0);
    expect(verdicts).toHaveLength(1);
    now = new Date(now.getTime() + 61_000);
    expect(await hooked.deliver()).toBe(0);
    now = new Date(now.getTime() + 61_000);
    expect(await hooked.deliver()).toBe(0);
    now = new Date(now.getTime() + 61_000);
    expect(await hooked.deliver()).toBe(1);
    expect(verdicts).toEqual(['genuine', 'genuine', 'genuine']);
    expect([...taken.values()].map((body) => JSON.parse(body) as object)).toEqual([
      expect.objectContaining({ subject: '通知 hook', path: '/cases/trial.repair/341181-x' }),
    ]);
    // A sender killed before it noted its success sends once more; the receiver knows the id.
    await database.query("UPDATE notice_outbox SET state = 'sending'");
    now = new Date(now.getTime() + 11 * 60_000);
    expect(await hooked.deliver()).toBe(1);
    expect(verdicts.at(-1)).toBe('repeated');
    expect(taken.size).toBe(1);
    const { headers, body } = captured ?? { headers: {} as WebhookHeaders, body: '' };
    const later = new Date(now.getTime() + 600_000);
    expect(judgeWebhook(secret, headers, body, later, () => false)).toBe('stale');
    expect(judgeWebhook(secret, headers, `${body} `, now, () => false)).toBe('forged');
    expect(judgeWebhook('another', headers, body, now, () => false)).toBe('forged');
    const fresher = { ...headers, 'junheng-timestamp': String(Math.floor(later.getTime() / 1000)) };
    expect(judgeWebhook(secret, fresher, body, later, () => false)).toBe('forged');
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test('a text message is short, leaves at once where it is urgent, and is given up where it is refused', async () => {
    const sent: string[] = [];
    const texting = new Notices({
      database,
      gate,
      now: () => now,
      log,
      channels: [
        smsChannel({
          async sendText(to, text) {
            if (to === canary) return 'refused';
            sent.push(`${to} ${text}`);
            return 'sent';
          },
        }),
      ],
      contactOf: async (id) => ({
        language: 'zh-CN',
        addresses: id === 'officer' ? { sms: '1' } : id === 'city' ? { sms: canary } : {},
      }),
    });
    const urgent = (id: string) =>
      notice(`urgent ${id}`, { to: { person: id }, isUrgent: true, text: { zh: '长'.repeat(100), en: 'long' } });
    await put(urgent('officer'), texting);
    await put(urgent('city'), texting);
    await put(urgent('clerk'), texting);
    await put(notice('calm', { to: { person: 'officer' } }), texting);
    expect(await texting.deliver()).toBe(1);
    expect(sent).toEqual([`1 ${'长'.repeat(69)}…`]);
    const states = await database.query<{ person: string; state: string }>(
      'SELECT person, state FROM notice_outbox ORDER BY person',
    );
    expect(states).toEqual([
      { person: 'city', state: 'failed' },
      { person: 'clerk', state: 'dropped' },
      { person: 'officer', state: 'sent' },
    ]);
    expect(lines.join('')).toContain('sms refused');
    expect(lines.join('')).not.toContain(canary);
  });
});

test('the waits double up to six hours', () => {
  expect([1, 2, 3, 4].map(waitMinutes)).toEqual([1, 2, 4, 8]);
  expect(waitMinutes(12)).toBe(360);
});
