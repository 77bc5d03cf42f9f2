import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, openApplication, runSweeps } from '#app';
import { createLog } from '#core/log';

let clock = new Date('2026-11-20T23:30:00Z');
const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ to, text: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
let application: Application;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  process.env['JUNHENG_SMTP'] = `smtp://127.0.0.1:${port}`;
  process.env['JUNHENG_MAIL_FROM'] = 'junheng@example.test';
  application = await openApplication({ place: { kind: 'memory' }, now: () => clock });
});
afterAll(async () => {
  delete process.env['JUNHENG_SMTP'];
  delete process.env['JUNHENG_MAIL_FROM'];
  await application.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

test('whoever told an address gets one digest a day, from its hour on, by the mail server of the settings', async () => {
  const { signIn, notices, database } = application;
  const from = { address: '127.0.0.1', device: 'test', at: clock };
  const { token } = await signIn.accept(
    (await signIn.firstLink(clock)) ?? '',
    { name: '管理员', login: 'ada', password: 'Fine-weather7 today' },
    from,
  );
  const { person, session } = (await signIn.identify(token, clock)) ?? {};
  if (person === undefined || session === undefined) throw new Error('nobody signed in');
  await signIn.changeContacts({ person, session, at: clock }, { email: 'ada@example.test' });
  await database.transaction((within) =>
    notices.put(within, {
      to: { person: person.person },
      area: '341181',
      kind: 'test.told',
      text: { zh: '有一件事', en: 'Something' },
      key: 'once',
    }),
  );
  const log = createLog({ level: 'error', now: () => clock, write: () => {} });
  const sweep = async () => (await runSweeps(application, log))();

  // Half past seven in China: too early.
  await sweep();
  expect(mails).toEqual([]);
  clock = new Date('2026-11-21T00:10:00Z');
  await sweep();
  expect(mails.map(({ to }) => to)).toEqual([['ada@example.test']]);
  // A process that starts again the same day writes no second one.
  await sweep();
  expect(mails).toHaveLength(1);
  clock = new Date('2026-11-22T00:10:00Z');
  await sweep();
  expect(mails).toHaveLength(2);
  const [outbox] = await database.query<{ text: string }>(
    'SELECT string_agg(o::text, chr(10)) AS text FROM notice_outbox o',
  );
  expect(outbox?.text).not.toContain('ada@');
});
