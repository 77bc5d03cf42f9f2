import { identityNumber } from '#core/codes';
import { openRandom, type Random } from './random.ts';

/** What an invented family hands in, as the form of admission asks it. */
export interface InventedFamily {
  readonly guardian: string;
  readonly written: {
    readonly guardianName: string;
    readonly guardianIdentity: string;
    readonly phone: string;
    readonly address: string;
    readonly together: boolean;
    readonly children: {
      id: null;
      name: string;
      identity: string;
      birthDate: string;
      category: string;
      choices: string[];
    }[];
  };
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'] as [string, ...string[]];
const givenNames = [...'安宁乐然诺一晨星禾苗悦可欣朗思远'] as [string, ...string[]];

/** Zones of the shipped primary rules: their road, their schools, and how many families live there. */
const zones = [
  { road: '虚构玉川街道虚构路', schools: ['X2190000001', 'X2190000007', 'X2190000002-3'], families: 72 },
  { road: '虚构文阳街道虚构路', schools: ['X2190000002', 'X2190000005'], families: 44 },
  { road: '虚构白山街道虚构路', schools: ['X2190000006', 'X2190000002-2', 'X3190000028'], families: 46 },
  { road: '虚构丰塘镇虚构路', schools: ['X2190000009', 'X2190000013'], families: 24 },
] as const;
const privateSchools = ['X2190000008', 'X3490000032'] as const;
const categories = ['household-and-home', 'household', 'home', 'residence-permit', 'other'] as const;

/**
 * Families of the demo county with children of six, and the official lists that speak of them. Every number begins with an area code
 * that no place has, so none can be a person's.
 *
 * @param first who the first family is, so that somebody can be shown their own result
 */
export function inventFamilies(first: string): {
  readonly families: readonly InventedFamily[];
  /** By list, as CSV. */
  readonly lists: ReadonlyMap<string, string>;
} {
  const random = openRandom(900_121, 6);
  const families: InventedFamily[] = [];
  const rows = { household: [] as string[], property: [] as string[], residencePermit: [] as string[] };
  for (const zone of zones) {
    for (let n = 0; n < zone.families; n++) {
      const nth = families.length;
      const surname = random.pick(surnames);
      const category = categories[pickCategory(random)] ?? 'other';
      const count = nth % 40 === 0 ? 2 : 1;
      const birthDate = dayOfBirth(random);
      const choices = choicesOf(random, zone.schools);
      const children = Array.from({ length: count }, (_, twin) => ({
        id: null,
        name: `虚构${surname}${random.pick(givenNames)}${'甲乙'.charAt(twin)}`,
        identity: numberOf(birthDate, nth * 2 + twin),
        birthDate,
        category,
        choices: [...choices],
      }));
      const guardianIdentity = numberOf('1990-01-01', nth);
      const guardianName = `虚构${surname}${random.pick(givenNames)}`;
      families.push({
        guardian: nth === 0 ? first : `demo-900121-guardian-${nth}`,
        written: {
          guardianName,
          guardianIdentity,
          phone: `1380000${String(nth).padStart(4, '0')}`,
          address: `${zone.road}${random.whole(1, 299)}号`,
          together: count > 1,
          children,
        },
      });
      // A few are not as the lists have them.
      const name = (own: string) => (nth % 53 === 52 ? '虚构他人' : own);
      if (category.startsWith('household'))
        for (const one of children) rows.household.push(`${name(one.name)},${one.identity}`);
      if (category.endsWith('home')) rows.property.push(`${guardianName},${guardianIdentity}`);
      if (category === 'residence-permit') rows.residencePermit.push(`${name(guardianName)},${guardianIdentity}`);
    }
  }
  const lists = Object.entries(rows).map(([list, lines]) => [list, `姓名,身份证号\n${lines.join('\n')}\n`] as const);
  return { families, lists: new Map(lists) };
}

function pickCategory(random: Random): number {
  const share = random.share();
  return [0.5, 0.66, 0.76, 0.94, 1].findIndex((limit) => share < limit);
}

function dayOfBirth(random: Random): string {
  return new Date(Date.UTC(2019, 8, 1 + random.whole(0, 364))).toISOString().slice(0, 10);
}

function choicesOf(random: Random, schools: readonly string[]): string[] {
  const order = schools.map((school, at) => ({ school, weight: at * 0.5 + random.share() }));
  const own = order.sort((one, other) => one.weight - other.weight).map(({ school }) => school);
  const wished = random.chance(0.2) ? [random.pick(privateSchools)] : [];
  return [...wished, ...own].slice(0, 4);
}

/** A number whose first six digits no place has ever had. */
function numberOf(birthDate: string, sequence: number): string {
  return identityNumber('900121', birthDate, sequence);
}
