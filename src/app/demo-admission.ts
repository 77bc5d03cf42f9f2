import type { Principal } from '#core/access';
import { demoCountyCode, inventFamilies } from '#modules/demo';
import { openAdmission } from './admission.ts';
import type { Application } from './application.ts';
import { openCases } from './open-cases.ts';

const dayMs = 86_400_000;

/**
 * Two rounds of the demo county: places in primary school, drawn and published, with invented families; and kindergarten, which takes
 * applications today. Played through the services themselves, by a clock of their own.
 */
export async function writeDemoAdmission(application: Application): Promise<void> {
  const { database, gate, audit, personal, organization, jobs } = application;
  const today = application.now();
  let clock = today;
  const now = () => clock;
  const cases = await openCases({ database, gate, audit, now });
  const admission = await openAdmission({
    database,
    gate,
    audit,
    cases,
    personal,
    organization,
    jobs: () => jobs,
    now,
  });
  await cases.start();
  const { rounds, applications, checking } = admission;
  const [officer, planner] = [person('county-officer'), person('county-planner')];
  const shipped = new Map((await rounds.shipped(demoCountyCode)).rows.map(({ id, text }) => [id, text]));
  const on = (days: number) => {
    clock = new Date(today.getTime() + days * dayMs);
  };
  const by = (principal: Principal) => ({ principal, at: clock });
  const step = async (round: string, act: string, principal: Principal) => {
    const { seq } = await rounds.round(demoCountyCode, round, by(principal));
    await rounds.act(demoCountyCode, round, act, { seenSeq: seq }, by(principal));
  };
  const begin = async (rules: string, days: Days) => {
    const text = movedTo(shipped.get(rules) ?? '', today, days);
    const given = { text, reason: '演示：日期移到今天前后' };
    const round = await rounds.open(demoCountyCode, given, by(officer));
    await step(round, 'publish', planner);
    await step(round, 'begin', planner);
    return round;
  };

  on(-60);
  const primary = await begin('primary', { applyFrom: -55, applyUntil: -35, announceOn: -14, registerUntil: 10 });
  on(-40);
  const key = { area: demoCountyCode, round: primary };
  const { families, lists } = inventFamilies(person('family').id);
  await applications.takeAll(key, families, by(officer));
  on(-34);
  for (const [list, text] of lists) {
    await checking.takeList(key, list, { name: `${list}.csv`, bytes: new TextEncoder().encode(text) }, by(officer));
  }
  await step(primary, 'close', officer);
  on(-28);
  const { rows } = await checking.queue(key, { state: 'open' }, by(officer));
  for (const [at, { child }] of rows.entries()) {
    if (at === 0) {
      await checking.decide(key, child, { decision: 'proposeRefusal', reason: '身份证号属他人（虚构）' }, by(officer));
      await checking.decide(key, child, { decision: 'refuse', reason: '经核实不予确认（虚构）' }, by(planner));
    } else {
      const given = { decision: 'confirm', category: 'other', reason: '按其他符合条件的儿童确认（虚构）' } as const;
      await checking.decide(key, child, given, by(officer));
    }
  }
  await step(primary, 'freeze', officer);
  on(-20);
  const { seq } = await rounds.round(demoCountyCode, primary, by(officer));
  const seed = {
    value: '07 21 16 33 28 04',
    source: '现场摇珠记录（虚构）',
    witnesses: ['家长代表（虚构）', '督学（虚构）'],
  };
  await rounds.act(demoCountyCode, primary, 'seed', { seenSeq: seq, fields: seed }, by(officer));
  await admission.place(demoCountyCode, primary, clock);
  on(-14);
  await step(primary, 'announce', planner);
  on(-4);
  await begin('kindergarten', { applyFrom: -3, applyUntil: 14, announceOn: 40, registerUntil: 60 });
}

/** The invented people whom one may also act as on a trial installation. */
function person(role: string): Principal {
  const grants = [{ role, area: demoCountyCode }];
  return { id: `demo-${demoCountyCode}-${role}`, name: '演示人员', kind: 'person', grants };
}

type Days = Readonly<Record<'applyFrom' | 'applyUntil' | 'announceOn' | 'registerUntil', number>>;

/** The rules with their days counted from today. */
function movedTo(text: string, today: Date, days: Days): string {
  return Object.entries(days).reduce((moved, [name, after]) => {
    const day = new Date(today.getTime() + after * dayMs).toISOString().slice(0, 10);
    return moved.replace(new RegExp(`(${name}: ')\\d{4}-\\d{2}-\\d{2}`), `$1${day}`);
  }, text);
}
