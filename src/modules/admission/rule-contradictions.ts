import type { PlacedMistake } from './read-rules.ts';
import type { AdmissionRules } from './rules-schema.ts';

/** Where a rule file contradicts itself or asks for what cannot be. */
export function contradictions(rules: AdmissionRules): readonly PlacedMistake[] {
  return [...ofDates(rules), ...ofNames(rules), ...ofSchools(rules), ...ofZones(rules), ...ofCategories(rules)];
}

function ofDates({ dates, eligibility }: AdmissionRules): PlacedMistake[] {
  const mistakes: PlacedMistake[] = [];
  const [from, until] = [Date.parse(dates.applyFrom), Date.parse(dates.applyUntil)];
  if (until <= from) {
    mistakes.push(said(['dates', 'applyUntil'], '受理截止早于开始', 'Applications end before they begin'));
  }
  if (Date.parse(`${dates.announceOn}T23:59:59+08:00`) < until) {
    mistakes.push(
      said(['dates', 'announceOn'], '公布结果早于受理截止', 'The result is announced before applications end'),
    );
  }
  if (dates.registerUntil < dates.announceOn) {
    mistakes.push(said(['dates', 'registerUntil'], '报到截止早于公布结果', 'Registration ends before the result'));
  }
  if (eligibility.atMost < eligibility.atLeast) {
    mistakes.push(said(['eligibility', 'atMost'], '年龄上限小于下限', 'The highest age is below the lowest'));
  }
  return mistakes;
}

function ofNames({ schools, zones, categories, lists }: AdmissionRules): PlacedMistake[] {
  const kinds: readonly (readonly [string, readonly string[], string])[] = [
    ['schools', schools.map(({ unit }) => unit), 'unit'],
    ['zones', zones.map(({ id }) => id), 'id'],
    ['categories', categories.map(({ id }) => id), 'id'],
    ['lists', lists.map(({ by }) => by), 'by'],
  ];
  return kinds.flatMap(([where, names, key]) =>
    names.flatMap((name, i) =>
      names.indexOf(name) < i ? [said([where, i, key], `“${name}”写了两次`, `“${name}” is written twice`)] : [],
    ),
  );
}

function ofSchools({ schools, stage, graduates }: AdmissionRules): PlacedMistake[] {
  return schools.flatMap(({ seats, reserves, quotaShare }, i) => {
    const reserved =
      reserves.reduce((sum, reserve) => sum + reserve.seats, 0) + Math.ceil(Math.max(0, seats) * (quotaShare ?? 0));
    const mistakes: PlacedMistake[] = [];
    if (seats < 0)
      mistakes.push(said(['schools', i, 'seats'], '学位数不能小于 0', 'There cannot be fewer than 0 seats'));
    if (reserved > seats && seats >= 0) {
      const [zh, en] = [`预留 ${reserved} 个学位，超过计划 ${seats} 个`, `${reserved} seats are reserved of ${seats}`];
      mistakes.push(said(['schools', i, 'reserves'], zh, en));
    }
    if (quotaShare !== undefined && (stage !== 'senior' || graduates.length === 0)) {
      const zh = '指标到校只用于高中，且须列出各初中毕业生数';
      mistakes.push(said(['schools', i, 'quotaShare'], zh, 'Quota places are for senior schools and need graduates'));
    }
    return mistakes;
  });
}

function ofZones({ zones, schools }: AdmissionRules): PlacedMistake[] {
  const known = new Set(schools.map(({ unit }) => unit));
  const spans = zones.flatMap(({ id, addresses }, z) => addresses.map((one, a) => ({ id, z, a, ...one })));
  return [
    ...zones.flatMap((zone, z) =>
      (['schools', 'neighbours'] as const).flatMap((key) =>
        zone[key].flatMap((unit, k) =>
          known.has(unit)
            ? []
            : [said(['zones', z, key, k], `学校 ${unit} 不在本轮学校中`, `School ${unit} is not in this round`)],
        ),
      ),
    ),
    ...spans.flatMap((one, i) => {
      if (one.to < one.from) {
        return [
          said(['zones', one.z, 'addresses', one.a, 'to'], '门牌号止于起之前', 'House numbers end before they begin'),
        ];
      }
      const other = spans.slice(0, i).find((before) => before.id !== one.id && overlap(before, one));
      const zh = `与片区“${other?.id ?? ''}”重叠：一个地址只属于一个片区`;
      const en = `Overlaps zone “${other?.id ?? ''}”: an address lies in one zone`;
      return other === undefined ? [] : [said(['zones', one.z, 'addresses', one.a], zh, en)];
    }),
  ];
}

interface Span {
  readonly road: string;
  readonly from: number;
  readonly to: number;
  readonly side: 'both' | 'odd' | 'even';
}

function overlap(one: Span, other: Span): boolean {
  if (one.road !== other.road || one.to < other.from || other.to < one.from) return false;
  return one.side === 'both' || other.side === 'both' || one.side === other.side;
}

function ofCategories({ categories, lists, rankBy, schools }: AdmissionRules): PlacedMistake[] {
  const proved = new Set<string>(lists.map(({ by }) => by));
  const unknown = (by: string, path: PlacedMistake['path']) =>
    proved.has(by) ? [] : [said(path, `没有名单能证明“${by}”`, `No list proves “${by}”`)];
  const shapes = categories.map(({ needs }) => [...needs].sort().join(' '));
  return [
    ...categories.flatMap(({ needs }, i) => needs.flatMap((by, k) => unknown(by, ['categories', i, 'needs', k]))),
    ...shapes.flatMap((shape, i) =>
      shapes.indexOf(shape) < i
        ? [
            said(
              ['categories', i],
              '与前面的类别条件相同，永远轮不到',
              'Asks the same as an earlier one, so nobody is in it',
            ),
          ]
        : [],
    ),
    ...(rankBy === undefined ? [] : unknown(rankBy, ['rankBy'])),
    ...schools.flatMap(({ reserves }, i) =>
      reserves.flatMap(({ only }, r) => only.flatMap((by, k) => unknown(by, ['schools', i, 'reserves', r, 'only', k]))),
    ),
  ];
}

function said(path: PlacedMistake['path'], zh: string, en: string): PlacedMistake {
  return { path, message: { zh, en } };
}
