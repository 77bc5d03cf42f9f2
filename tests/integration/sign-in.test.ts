import { readFile } from 'node:fs/promises';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessMigrations } from '#core/access';
import { auditMigrations, openAudit } from '#core/audit';
import type { Database } from '#core/db';
import { memoryKeyRing } from '#core/keys';
import { openPersonal, personalMigrations } from '#core/personal';
import { openSignIn, readSignInPolicy, type SignIn, signInMigrations } from '#core/sign-in';
import { testEngines } from './test-database.ts';

const good = 'Fine-weather7 today';
const minute = 60_000;

describe.each(testEngines)('signing in on $engine', ({ open }) => {
  let database: Database;
  let signIn: SignIn;
  let clock = Date.parse('2026-10-01T08:00:00Z');
  const now = () => new Date((clock += 1));
  const from = (address = '10.0.0.1') => ({ address, device: 'Firefox', at: now() });
  const keys = memoryKeyRing(now);
  let audit: ReturnType<typeof openAudit>;
  beforeAll(async () => {
    database = await open([accessMigrations, auditMigrations, personalMigrations, signInMigrations]);
    audit = openAudit({ database, keys, hash: 'sha256', now });
  });
  afterAll(async () => {
    await audit.close();
    await database.close();
  });
  beforeEach(async () => {
    for (const table of ['core_grant', 'core_person']) await database.query(`DELETE FROM ${table}`);
    for (const table of ['account', 'login', 'external', 'session', 'link']) {
      await database.query(`DELETE FROM sign_in_${table}`);
    }
    const shipped = readSignInPolicy(await readFile('policies/sign-in.yaml', 'utf8'));
    // Cheap hashes: what is tested is the way, not the cost.
    const policy = { ...shipped, hash: { ...shipped.hash, memoryKiB: 256, rounds: 1 } };
    signIn = openSignIn({
      database,
      audit,
      personal: openPersonal({ database, keys, audit, cipher: 'aes', now }),
      policy,
    });
  });

  const codeOf = (secret: string, at: Date) =>
    new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at.getTime() });
  const first = async (login = 'ada') => {
    const token = (await signIn.firstLink(now())) ?? '';
    return signIn.accept(token, { name: '管理员', login, password: good }, from());
  };
  const identified = async (token: string) => {
    const found = await signIn.identify(token, now());
    if (found === undefined) throw new Error('nobody');
    return found;
  };
  const ownOf = async (token: string) => {
    const { person, session } = await identified(token);
    return { person, session, at: now() };
  };
  const codesOf = (promises: readonly PromiseSettledResult<unknown>[]) =>
    promises.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort();

  test('the first link makes one administrator, however many press at once, and works once', async () => {
    const token = (await signIn.firstLink(now())) ?? '';
    expect(await signIn.link(token, now())).toEqual({ kind: 'first', role: 'system-administrator', login: null });
    const presses = await Promise.allSettled(
      ['ada', 'bob', 'cleo'].map((login) => signIn.accept(token, { name: login, login, password: good }, from())),
    );
    expect(codesOf(presses)).toEqual(['done', 'signIn.linkRefused', 'signIn.linkRefused']);
    expect(await database.query('SELECT role FROM core_grant')).toEqual([{ role: 'system-administrator' }]);
    expect(await database.query('SELECT login FROM sign_in_login')).toHaveLength(1);
    expect(await signIn.firstLink(now())).toBeUndefined();
    await expect(signIn.link(token, now())).rejects.toMatchObject({ code: 'signIn.linkRefused' });
  });

  test('a link ends with its time, and with a newer one; a refused password does not use it up', async () => {
    const old = (await signIn.firstLink(now())) ?? '';
    const token = (await signIn.firstLink(now())) ?? '';
    const given = { name: '甲', login: 'ada', password: good };
    await expect(signIn.accept(old, given, from())).rejects.toMatchObject({ code: 'signIn.linkRefused' });
    await expect(signIn.accept(token, { ...given, password: 'short' }, from())).rejects.toMatchObject({
      code: 'signIn.passwordRefused',
    });
    clock += 61 * minute;
    await expect(signIn.accept(token, given, from())).rejects.toMatchObject({ code: 'signIn.linkRefused' });
    await expect(signIn.accept('x'.repeat(43), given, from())).rejects.toMatchObject({ code: 'signIn.linkRefused' });
  });

  test('the other two administrators come by invitation and are other people', async () => {
    const { invitations } = await first();
    expect(invitations.map(({ role }) => role)).toEqual(['security-administrator', 'audit-administrator']);
    for (const { token, role } of invitations) {
      const made = await signIn.accept(token, { name: role, login: role, password: good }, from());
      expect((await identified(made.token)).principal.grants.map((grant) => grant.role)).toEqual([role]);
    }
  });

  test.each([
    ['Short1!', 'too short'],
    ['onlysmallletters', 'too few kinds'],
    ['Aa1!Aa1!Aa1!', 'repetition'],
    ['Ada-2026-Ada-9', 'sign-in name'],
    ['Password-2026', 'common'],
    ['x'.repeat(129), 'too long'],
  ])('the password %s is refused: %s', async (password, rule) => {
    const token = (await signIn.firstLink(now())) ?? '';
    const refusal = await signIn
      .accept(token, { name: '甲', login: 'ada', password }, from())
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'signIn.passwordRefused', text: { en: expect.stringContaining(rule) } });
    expect(JSON.stringify(refusal)).not.toContain(password);
  });

  test('name and password open a session; a wrong one and an unknown name are told alike; nothing of either is kept', async () => {
    await first();
    const { token } = await signIn.signIn({ login: ' ADA ', password: good }, from());
    expect((await identified(token)).principal).toMatchObject({ name: '管理员', kind: 'person' });
    const refusals = await Promise.all(
      [
        { login: 'ada', password: 'wrong' },
        { login: 'nobody', password: good },
      ].map((proofs) =>
        signIn.signIn(proofs, from()).catch((error: { code: string; text: object }) => [error.code, error.text]),
      ),
    );
    expect(refusals[0]).toEqual(refusals[1]);
    const [dump] = await database.query<{ all: string }>(
      `SELECT (SELECT string_agg(a::text, ' ') FROM sign_in_account a) || (SELECT string_agg(s::text, ' ') FROM sign_in_session s) ||
         (SELECT string_agg(e::text, ' ') FROM audit_entry e) AS all`,
    );
    expect(dump?.all).not.toContain(good);
    expect(dump?.all).not.toContain(token);
  });

  test('five wrong proofs in a row make the account wait, also for the right one; the wait ends', async () => {
    await first();
    for (let n = 0; n < 4; n += 1) {
      await expect(signIn.signIn({ login: 'ada', password: 'wrong' }, from())).rejects.toMatchObject({
        code: 'signIn.refused',
      });
    }
    const at = { ...from() };
    await expect(signIn.signIn({ login: 'ada', password: 'wrong' }, at)).rejects.toMatchObject({
      code: 'signIn.waits',
    });
    await expect(signIn.signIn({ login: 'ada', password: good }, from())).rejects.toMatchObject({
      code: 'signIn.waits',
    });
    clock += 16 * minute;
    await signIn.signIn({ login: 'ada', password: good }, from());
    const entries = await audit.list({ areas: [''], act: 'signIn.signIn', limit: 20 });
    expect(entries.filter(({ result }) => result === 'refused').length).toBeGreaterThanOrEqual(6);
  });

  test('one address may not try for ever, whichever accounts it names', async () => {
    await first();
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => signIn.signIn({ login: `guess${n}`, password: 'wrong' }, from('10.9.9.9'))),
    );
    expect(codesOf(tries).filter((code) => code === 'signIn.tooMany')).toHaveLength(10);
    await signIn.signIn({ login: 'ada', password: good }, from('10.0.0.2'));
    clock += 6 * minute;
    await signIn.signIn({ login: 'ada', password: good }, from('10.9.9.9'));
  });

  test('a session ends when idle, after its total time, when signed out, and when revoked from another', async () => {
    await first();
    const enter = () => signIn.signIn({ login: 'ada', password: good }, from());
    const idle = await enter();
    clock += 31 * minute;
    expect(await signIn.identify(idle.token, now())).toBeUndefined();
    const busy = await enter();
    for (let n = 0; n < 24; n += 1) {
      clock += 29 * minute;
      if (n < 23) expect(await signIn.identify(busy.token, now())).toBeDefined();
    }
    clock += 30 * minute;
    expect(await signIn.identify(busy.token, now())).toBeUndefined();
    const [one, two] = [await enter(), await enter()];
    await signIn.signOut(one.token, now());
    expect(await signIn.identify(one.token, now())).toBeUndefined();
    const three = await enter();
    expect(await signIn.revoke(await ownOf(three.token))).toBeGreaterThanOrEqual(1);
    expect(await signIn.identify(two.token, now())).toBeUndefined();
    expect(await signIn.identify(three.token, now())).toBeDefined();
    expect(await signIn.identify('x', now())).toBeUndefined();
  });

  test('the second proof: a code works once, a neighbour step counts, a recovery code works once', async () => {
    const { token } = await first();
    const { secret, address } = await signIn.beginTotp(await ownOf(token), good);
    expect(address).toMatch(/^otpauth:\/\/totp\//);
    expect(JSON.stringify(await database.query('SELECT totp FROM sign_in_account'))).not.toContain(secret);
    await signIn.signIn({ login: 'ada', password: good }, from());
    await expect(signIn.confirmTotp(await ownOf(token), '000000')).rejects.toMatchObject({ code: 'signIn.refused' });
    const codes = await signIn.confirmTotp(await ownOf(token), codeOf(secret, new Date(clock)));
    expect(new Set(codes).size).toBe(10);
    const proofs = { login: 'ada', password: good };
    await expect(signIn.signIn(proofs, from())).rejects.toMatchObject({ code: 'signIn.codeNeeded' });
    clock += 2 * minute;
    const code = codeOf(secret, new Date(clock - 30_000));
    const twice = await Promise.allSettled([1, 2].map(() => signIn.signIn({ ...proofs, code }, from())));
    expect(codesOf(twice)).toEqual(['done', 'signIn.refused']);
    await signIn.signIn({ ...proofs, code: codes[0]?.toUpperCase() }, from());
    await expect(signIn.signIn({ ...proofs, code: codes[0] }, from())).rejects.toMatchObject({
      code: 'signIn.refused',
    });
    expect((await signIn.own(await ownOf(token))).recoveryCodesLeft).toBe(9);
    await signIn.endTotp(await ownOf(token), good);
    await signIn.signIn(proofs, from());
  });

  test('a changed password ends the other sessions, and an earlier one does not come back', async () => {
    const { token } = await first();
    const other = await signIn.signIn({ login: 'ada', password: good }, from());
    await expect(
      signIn.changePassword(await ownOf(token), { old: 'wrong', fresh: 'Another-fine8 day' }),
    ).rejects.toMatchObject({ code: 'signIn.refused' });
    await signIn.changePassword(await ownOf(token), { old: good, fresh: 'Another-fine8 day' });
    expect(await signIn.identify(other.token, now())).toBeUndefined();
    expect(await signIn.identify(token, now())).toBeDefined();
    await expect(
      signIn.changePassword(await ownOf(token), { old: 'Another-fine8 day', fresh: good }),
    ).rejects.toMatchObject({ code: 'signIn.passwordRefused' });
  });

  test('an expired password lets its owner do nothing but change it', async () => {
    await first();
    clock += 91 * 24 * 60 * minute;
    const { token } = await signIn.signIn({ login: 'ada', password: good }, from());
    const found = await identified(token);
    expect([found.mustChangePassword, found.principal.grants]).toEqual([true, []]);
    await signIn.changePassword(await ownOf(token), { old: good, fresh: 'Another-fine8 day' });
    expect((await identified(token)).principal.grants).toHaveLength(1);
  });

  test('a reset link gives the account back, ends its sessions and its second proof; a closed person has none', async () => {
    const { token, person } = await first();
    const { secret } = await signIn.beginTotp(await ownOf(token), good);
    await signIn.confirmTotp(await ownOf(token), codeOf(secret, new Date(clock)));
    const reset = await signIn.resetLink(person, 'operator', now());
    expect(await signIn.link(reset, now())).toEqual({ kind: 'reset', role: null, login: 'ada' });
    await signIn.accept(reset, { password: 'Another-fine8 day' }, from());
    expect(await signIn.identify(token, now())).toBeUndefined();
    const last = await signIn.signIn({ login: 'ada', password: 'Another-fine8 day' }, from());
    await database.query('UPDATE core_person SET closed_at = now()');
    expect(await signIn.identify(last.token, now())).toBeUndefined();
    await expect(signIn.resetLink(person, 'operator', now())).rejects.toMatchObject({ code: 'signIn.accountMissing' });
    await expect(signIn.resetLink({ area: '000000', person: 'x' }, 'operator', now())).rejects.toMatchObject({
      code: 'signIn.accountMissing',
    });
  });

  test('a provider’s subject is bound at its first use; a name given anew there opens nothing here', async () => {
    await first();
    const identity = { issuer: 'https://id.example', subject: 's1', login: 'ada' };
    await expect(signIn.signInExternal({ ...identity, login: 'eve' }, from())).rejects.toMatchObject({
      code: 'signIn.providerUnknown',
    });
    const { person } = await signIn.signInExternal(identity, from());
    expect(await signIn.signInExternal({ ...identity, login: 'renamed' }, from())).toMatchObject({ person });
    await expect(signIn.signInExternal({ ...identity, subject: 's2' }, from())).rejects.toMatchObject({
      code: 'signIn.providerUnknown',
    });
  });

  test('a contact is seen in full for a purpose and a reason, which the trail keeps without the contact', async () => {
    const { token } = await first();
    const own = await ownOf(token);
    await signIn.changeContacts(own, { phone: '13800138000' });
    expect(await signIn.contactsOf(own.person)).toEqual({ phone: '138***00', email: null });
    expect(await signIn.contactsOf({ area: '341181', person: 'nobody' })).toEqual({ phone: null, email: null });
    const reveal = (field: 'phone' | 'email', reason: string) =>
      signIn.revealContact(own.person, { field, purpose: 'notice', reason });
    await expect(reveal('phone', '看看')).rejects.toMatchObject({ code: 'personal.reasonMissing' });
    await expect(reveal('email', '通知开会时间')).rejects.toMatchObject({ code: 'signIn.contactMissing' });
    expect(await reveal('phone', '通知开会时间')).toBe('13800138000');
    const [entry, ...others] = await audit.list({ areas: [''], act: 'personal.reveal', limit: 9 });
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      reason: '通知开会时间',
      details: { field: 'phone', purpose: 'notice' },
      on: { kind: 'sign_in_account', area: own.person.area },
    });
    expect(JSON.stringify(entry)).not.toContain('13800138000');
  });

  test('phone and e-mail are kept encrypted and shown masked', async () => {
    const { token } = await first();
    await signIn.changeContacts(await ownOf(token), { phone: '13800138000', email: 'ada@example.com' });
    const [row] = await database.query<{ phone: string; email: string }>('SELECT phone, email FROM sign_in_account');
    expect(`${row?.phone}${row?.email}`).not.toMatch(/138|ada/);
    expect(await signIn.own(await ownOf(token))).toMatchObject({ phone: '138***00', email: 'a***@example.com' });
    await signIn.changeContacts(await ownOf(token), { phone: '' });
    expect(await signIn.own(await ownOf(token))).toMatchObject({ phone: null });
  });
});
