import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApplication, type Application as Product } from '#app';
import type { ApplicationBody } from '#contracts/admission';
import type { Principal } from '#core/access';
import { identityNumber } from '#core/codes';
import { verifyDraw } from '#replay';
import { testEngines } from './test-database.ts';

const county = '900121';
const rulesText = readFileSync('policies/areas/900121/admission-primary.yaml', 'utf8');
const smallSeats = rulesText.replaceAll(/seats: \d+/g, 'seats: 2').replace('seats: 2, only', 'seats: 1, only');
let clock = new Date('2026-06-02T02:00:00Z');
let ticks = 0;

const person = (id: string, role: string): Principal => ({
  id,
  name: id,
  kind: 'person',
  grants: [{ role, area: county }],
});
const officer = person('officer', 'county-officer');
const planner = person('planner', 'county-planner');
const act = (principal: Principal) => ({ principal, at: clock });

const [yuchuan, fengtang] = [['X2190000001', 'X2190000007', 'X2190000002-3'], ['X2190000009']];
const guardianNumber = (n: number) => identityNumber('110101', '1990-03-04', n * 2);
const childNumber = (n: number) => identityNumber('110101', '2020-05-06', n * 2 + 1);

function body(n: number, more: Partial<ApplicationBody> = {}): ApplicationBody {
  return {
    requestKey: `request-${n}`,
    seen: 0,
    guardianName: `虚构家长${n}`,
    guardianIdentity: guardianNumber(n),
    phone: '13800000000',
    address: `虚构玉川街道虚构路${n + 1}号`,
    together: false,
    consent: true,
    children: [
      {
        id: null,
        name: `虚构孩子${n}`,
        identity: childNumber(n),
        birthDate: '2020-05-06',
        category: n % 2 === 0 ? 'household-and-home' : 'household',
        choices: [...yuchuan],
      },
    ],
    ...more,
  };
}
const listOf = (rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(`姓名,身份证号\n${rows.map((row) => row.join(',')).join('\n')}\n`);

describe.each(testEngines)('admission on $engine', ({ openDemo }) => {
  let product: Product;
  let round = '';
  const seq = async () => (await product.admission.rounds.round(county, round, act(officer))).seq;
  const step = async (name: string, by: Principal, reason = '') =>
    product.admission.rounds.act(county, round, name, { seenSeq: await seq(), reason }, act(by));
  const hand = async (n: number, more: Partial<ApplicationBody> = {}, by = person(`family-${n}`, 'family')) => {
    const { applications } = product.admission;
    const begun = await applications.begin(county, round, body(n, more), act(by));
    return applications.submit({ area: county, round, application: begun.id }, begun.version, act(by));
  };

  beforeAll(async () => {
    const database = await openDemo({ size: 'county', detail: 'resources', years: [2026] });
    product = await openApplication({ database, now: () => new Date(clock.getTime() + ticks++) });
  });
  afterAll(() => product.close());

  test('rules that the law refuses open no round, and the clause and line are named', async () => {
    const unlawful = rulesText
      .replace('by: property', 'by: competition')
      .replaceAll('property]', 'competition]')
      .replace('kind: public, seats: 20 }', 'kind: public, seats: 20, classes: [key] }')
      .replace('atLeast: 6', 'atLeast: 5');
    const { mistakes } = await product.admission.rounds.check(county, unlawful);
    expect(mistakes.map(({ path, clause }) => `${path} ${clause?.clause ?? ''}`)).toEqual([
      'eligibility.atLeast 第十一条',
      'lists.1.by 竞赛与培训',
      'categories.0.needs.1 竞赛与培训',
      'categories.2.needs.0 竞赛与培训',
      'schools.1.classes.0 第二十二条',
    ]);
    const at = unlawful.split('\n').findIndex((line) => line.includes('competition'));
    expect(mistakes[1]).toMatchObject({
      line: at + 1,
      column: (unlawful.split('\n')[at]?.indexOf('competition') ?? -1) + 1,
    });
    await expect(
      product.admission.rounds.open(county, { text: unlawful, reason: '试验' }, act(officer)),
    ).rejects.toMatchObject({ code: 'admission.rulesRefused' });
    expect((await product.admission.rounds.board(county, act(officer))).rows).toEqual([]);
  });

  test('a round is opened, published by another person, and begins', async () => {
    round = await product.admission.rounds.open(county, { text: smallSeats, reason: '本年方案' }, act(officer));
    expect((await product.admission.views.rounds(county, clock)).rows).toEqual([]);
    await expect(step('publish', officer)).rejects.toMatchObject({ code: 'cases.fourEyes' });
    await step('publish', planner);
    await expect(hand(90)).rejects.toMatchObject({ code: 'admission.notOpen' });
    await step('begin', planner);
    const [shown] = (await product.admission.views.rounds(county, clock)).rows;
    expect(shown).toMatchObject({ id: round, state: 'applying', isOpen: true, stage: 'primary' });
    const { rows } = await product.admission.views.lookUp(county, '虚构玉川街道虚构路16号', clock);
    expect(rows[0]?.schools.map(({ unit }) => unit)).toEqual([...yuchuan, 'X2190000008', 'X3490000032']);
    expect((await product.admission.views.lookUp(county, '某某路1号', clock)).rows[0]?.zone).toBeNull();
  });

  test('what cannot be handed in is refused and stays a draft', async () => {
    const child = body(50).children[0];
    if (child === undefined) throw new Error('no child');
    const refused = [
      ['admission.incomplete', { phone: '' }],
      ['admission.identityRefused', { guardianIdentity: '110101199003040011' }],
      ['admission.noZone', { address: '某某路1号' }],
      ['admission.birthDateDiffers', { children: [{ ...child, birthDate: '2020-05-07' }] }],
      [
        'admission.ageRefused',
        { children: [{ ...child, identity: identityNumber('110101', '2021-01-01', 3), birthDate: '2021-01-01' }] },
      ],
      ['admission.choiceRefused', { children: [{ ...child, choices: [...fengtang] }] }],
      ['admission.choiceRefused', { children: [{ ...child, choices: ['X2190000001', 'X2190000001'] }] }],
      ['admission.childTwice', { children: [child, child] }],
      ['admission.consentMissing', { consent: false }],
    ] as const;
    for (const [k, [code, more]] of refused.entries()) {
      const by = person(`refused-${k}`, 'family');
      const given = more as unknown as Partial<ApplicationBody>;
      await expect(hand(50, { ...given, requestKey: `refused-${k}` }, by)).rejects.toMatchObject({ code });
      const { rows } = await product.admission.applications.own(county, act(by));
      expect(rows.map(({ state }) => state)).toEqual(['draft']);
    }
  });

  test('pressed twice is one application; an older version is refused; another guardian sees and changes nothing', async () => {
    const { applications } = product.admission;
    const by = person('family-0', 'family');
    const [one, other] = await Promise.all([
      applications.begin(county, round, body(0), act(by)),
      applications.begin(county, round, body(0), act(by)),
    ]);
    expect(other.id).toBe(one.id);
    const key = { area: county, round, application: one.id };
    const saved = await applications.save(key, { ...body(0), seen: 1 }, act(by));
    expect(saved).toMatchObject({ version: 2, state: 'draft' });
    await expect(applications.save(key, { ...body(0), seen: 1 }, act(by))).rejects.toMatchObject({
      code: 'admission.overtaken',
    });
    const stranger = person('family-x', 'family');
    for (const asked of [
      () => applications.one(key, act(stranger)),
      () => applications.submit(key, 2, act(stranger)),
      () => applications.save(key, { ...body(0), seen: 2 }, act(stranger)),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'admission.applicationNotFound' });
    }
    const [first, second] = await Promise.all([
      applications.submit(key, 2, act(by)),
      applications.submit(key, 2, act(by)),
    ]);
    expect([first.version, second.version]).toEqual([3, 3]);
    expect(first.guardianIdentity).toMatch(/^110\*\*\*\d[\dX]$/);
  });

  test('of two guardians who hand in the same child at once, exactly one does', async () => {
    const child = body(0).children;
    await expect(hand(60, { children: child })).rejects.toMatchObject({ code: 'admission.childApplied' });
    const outcomes = await Promise.allSettled([
      hand(1, {}, person('mother', 'family')),
      hand(1, { requestKey: 'request-other' }, person('father', 'family')),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await product.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM admission_child WHERE round_id = $1 AND is_claimed',
      [round],
    );
    expect(row?.n).toBe(2);
  });

  test('the deadline counts when the request arrived; nobody closes before it, and nobody hands in after', async () => {
    for (let n = 2; n < 9; n++) await hand(n);
    const twins = body(9).children.flatMap((child) => [
      child,
      { ...child, name: '虚构孩子九乙', identity: childNumber(40) },
    ]);
    await hand(9, { together: true, children: twins });
    await expect(step('close', officer)).rejects.toMatchObject({ code: 'admission.tooEarly' });
    clock = new Date('2026-06-20T09:00:00Z');
    await hand(10);
    clock = new Date('2026-06-20T09:00:01Z');
    await expect(hand(11)).rejects.toMatchObject({ code: 'admission.notOpen' });
    await expect(
      product.admission.checking.takeList(
        { area: county, round },
        'household',
        { name: 'a.csv', bytes: listOf([['某', '110101202005060011']]) },
        act(officer),
      ),
    ).rejects.toMatchObject({ code: 'admission.listRefused' });
    await step('close', officer);
  });

  test('lists are compared: sure by data, doubtful to a person, a refusal by two', async () => {
    const { checking } = product.admission;
    const key = { area: county, round };
    const household = Array.from({ length: 10 }, (_, n) => [`虚构孩子${n}`, childNumber(n)]);
    household[2] = ['虚构他人', childNumber(2)];
    household[3] = ['虚构孩子3', identityNumber('110101', '2020-05-06', 901)];
    household.push(['虚构孩子九乙', childNumber(40)]);
    await checking.takeList(key, 'household', { name: 'h.csv', bytes: listOf(household) }, act(officer));
    const property = Array.from({ length: 10 }, (_, n) => [`虚构家长${n}`, guardianNumber(n)]);
    const taken = await checking.takeList(key, 'property', { name: 'p.csv', bytes: listOf(property) }, act(officer));
    expect(taken).toEqual({ rows: 10, added: 10, replaced: 0 });
    const open = await checking.queue(key, { state: 'open' }, act(officer));
    const outcomes = open.rows.map(({ check, matches }) => `${check} ${matches[0]?.outcome}`).sort();
    // The tenth is not in the household list; two are there with another name or number.
    expect(outcomes).toEqual(['doubtful identityDiffers', 'doubtful nameDiffers', 'missing missing']);
    expect(JSON.stringify(open)).not.toMatch(/虚构他人|\d{17}/);
    await expect(step('freeze', officer)).rejects.toMatchObject({ code: 'admission.unchecked' });
    const decide = (at: number, given: Parameters<typeof checking.decide>[2], by: Principal) =>
      checking.decide(key, open.rows[at]?.child ?? '', given, act(by));
    const missing = open.rows.findIndex(({ check }) => check === 'missing');
    const doubtful = open.rows.flatMap(({ check }, at) => (check === 'doubtful' ? [at] : []));
    await expect(decide(missing, { decision: 'confirm', reason: '' }, officer)).rejects.toMatchObject({
      code: 'admission.decisionRefused',
    });
    await decide(missing, { decision: 'confirm', category: 'other', reason: '户口本原件' }, officer);
    await decide(doubtful[0] ?? 0, { decision: 'confirm', reason: '更名证明' }, officer);
    await decide(doubtful[1] ?? 0, { decision: 'proposeRefusal', reason: '号码属他人' }, officer);
    await expect(decide(doubtful[1] ?? 0, { decision: 'refuse', reason: '号码属他人' }, officer)).rejects.toMatchObject(
      { code: 'admission.fourEyes' },
    );
    await decide(doubtful[1] ?? 0, { decision: 'refuse', reason: '核实无误' }, planner);
    expect((await checking.queue(key, { state: 'open' }, act(officer))).total).toBe(0);
  });

  test('frozen, drawn from a public seed, placed once; anybody computes it again', async () => {
    await step('freeze', officer);
    const frozen = await product.admission.views.round(county, round, clock);
    expect(frozen).toMatchObject({ state: 'frozen', result: null, seed: null });
    expect(frozen.publications.map(({ kind }) => kind)).toEqual(['frozen']);
    await expect(step('announce', planner)).rejects.toMatchObject({ code: 'cases.wrongState' });
    const seed = { value: '31415926', source: '县公证处现场摇珠记录（虚构）', witnesses: ['家长甲', '督学乙'] };
    const job = await product.admission.seed(county, round, { ...seed, seenSeq: await seq() }, act(officer));
    await product.jobs.ended(job);
    await expect(
      product.admission.seed(county, round, { ...seed, value: '27182818', seenSeq: await seq() }, act(officer)),
    ).rejects.toMatchObject({ code: 'cases.wrongState' });
    const hidden = await product.admission.views.round(county, round, clock);
    expect(hidden.publications.map(({ kind }) => kind)).toEqual(['frozen']);
    await expect(step('announce', officer)).rejects.toMatchObject({ code: 'cases.fourEyes' });
    await step('announce', planner);
    const shown = await product.admission.views.round(county, round, clock);
    expect(shown.result).toMatchObject({ applicants: 11, none: 0 });
    const files = new Map<string, Uint8Array>();
    for (const { edition, files: names } of shown.publications) {
      for (const { name } of names) {
        files.set(name, (await product.admission.views.file(county, round, edition, name)).bytes);
      }
    }
    expect(verifyDraw(files)).toMatchObject({ holds: true, differences: [], applicants: 11 });
  }, 60_000);

  test('a family reads why, and a correction follows the result without changing it', async () => {
    const { applications, rounds, views } = product.admission;
    const results = [];
    for (let n = 2; n < 9; n++) {
      const { rows } = await applications.own(county, act(person(`family-${n}`, 'family')));
      const [child] = rows[0]?.children ?? [];
      if (child?.check === 'refused') expect(child.reason).toBe('核实无误');
      else if (child !== undefined) results.push(child);
    }
    expect(results.every(({ result }) => result !== null && result.rank !== null)).toBe(true);
    const later = results.find(({ result }) => (result?.higher.length ?? 0) > 0);
    expect(later?.result?.higher[0]?.why).toMatch(/category|number/);
    const twins = (await applications.own(county, act(person('family-9', 'family')))).rows[0]?.children ?? [];
    expect(new Set(twins.map(({ result }) => result?.school?.unit)).size).toBe(1);
    expect(new Set(twins.map(({ result }) => result?.rank)).size).toBe(1);

    const before = await product.database.query('SELECT * FROM admission_result WHERE edition = 2 ORDER BY child_id');
    const token = later?.token ?? '';
    const fields = { token, school: 'X2190000009' };
    await rounds.act(county, round, 'correct', { seenSeq: await seq(), reason: '行政复议决定', fields }, act(planner));
    expect(await product.database.query('SELECT * FROM admission_result WHERE edition = 2 ORDER BY child_id')).toEqual(
      before,
    );
    const { publications } = await views.round(county, round, clock);
    expect(publications.at(-1)).toMatchObject({ kind: 'correction', reason: '行政复议决定', edition: 3 });
  });

  test('rules that were edited after freezing are detected', async () => {
    await product.database.query("UPDATE admission_rules SET content = content || '# x' WHERE county_code = $1", [
      county,
    ]);
    await expect(product.admission.views.round(county, round, clock)).rejects.toMatchObject({
      code: 'admission.rulesChanged',
    });
  });
});
