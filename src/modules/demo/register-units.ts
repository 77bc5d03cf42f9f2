import type { CountyPlace } from './areas.ts';
import { pointIn, type Township } from './county-map.ts';
import type { Category, DemoLegalPerson, DemoName, DemoUnit, Place } from './model.ts';
import { joined, marked, ordinal, placeName, words } from './names.ts';
import type { Random } from './random.ts';
import { plannedStages, type SchoolPlan } from './school-plan.ts';

/** Before the ten digits, so that no program takes an invented id for a real school identifier. */
const fictionalId = 'X';

const identifierCategory: Readonly<Record<Category, string>> = {
  kindergarten: '11',
  primary: '21',
  junior: '31',
  'nine-year': '31',
  'complete-secondary': '34',
  'twelve-year': '34',
  senior: '34',
  vocational: '36',
  special: '51',
};

const typeName: Readonly<Record<Category, DemoName>> = {
  kindergarten: words.kindergarten,
  primary: words.primary,
  junior: words.junior,
  'nine-year': words.nineYear,
  'complete-secondary': words.secondary,
  'twelve-year': words.twelveYear,
  senior: words.senior,
  vocational: words.vocational,
  special: words.special,
};

const campusNames = ['东dong', '西xi', '南nan', '北bei'];

export interface Register {
  readonly legalPersons: readonly DemoLegalPerson[];
  /** Unit i belongs to plan i. */
  readonly units: readonly DemoUnit[];
}

/** Gives every planned school its identifier, name, township and point. */
export function registerUnits(
  county: CountyPlace,
  townships: readonly Township[],
  plan: readonly SchoolPlan[],
  random: Random,
): Register {
  const legalPersons: DemoLegalPerson[] = [];
  const units: DemoUnit[] = [];
  const used: Record<Place, number> = { urban: 0, town: 0, rural: 0 };
  const numbered: Partial<Record<string, number>> = {};
  const count = (key: string) => {
    const next = (numbered[key] ?? 0) + 1;
    numbered[key] = next;
    return next;
  };
  const countyName = county.area.name;
  plan.forEach((school, i) => {
    const ofPlace = townships.filter((t) => t.place === school.place);
    const parent = school.belongsTo === undefined ? undefined : units[school.belongsTo];
    const township = ofPlace[used[school.place]++ % ofPlace.length] ?? townships[0];
    if (township === undefined) throw new RangeError('a county needs at least one township');
    const sequence = String(county.indexInProvince * 1_000 + i + 1).padStart(6, '0');
    const identifier = `${fictionalId}${identifierCategory[school.category]}${county.area.code.slice(0, 2)}${sequence}`;
    const isBranch = school.kind === 'campus' && parent !== undefined;
    const id = isBranch ? `${parent.legalPersonId}-${count(`campus ${parent.id}`) + 1}` : identifier;
    const name = nameUnit(school, township, countyName, count, county.index * 200 + i, parent);
    if (!isBranch && school.kind !== 'teaching-point') {
      legalPersons.push({ id, name: name.zh.replace(words.mainCampus.zh, ''), ownership: school.ownership });
    }
    units.push({
      id,
      legalPersonId: parent === undefined ? id : parent.legalPersonId,
      parentUnitId: parent === undefined ? null : parent.id,
      kind: school.kind,
      category: school.category,
      // The registry knows no stage of a vocational school: what it reports is of the whole school.
      stages: school.category === 'vocational' ? [] : plannedStages(school),
      name,
      townshipCode: township.area.code,
      address: `${township.area.name.zh}虚构路${random.whole(1, 299)}号`,
      ownership: school.ownership,
      urbanRural: school.place,
      boarding: school.boarding,
      yearBuilt: school.yearBuilt,
      ...pointIn(township, random),
      group: school.group === undefined ? null : `${countyName.zh}第${'一二三四'.charAt(school.group - 1)}教育集团`,
      denseCentre: school.denseCentre === true,
    });
  });
  return { legalPersons, units };
}

function nameUnit(
  school: SchoolPlan,
  township: Township,
  county: DemoName,
  count: (key: string) => number,
  number: number,
  parent: DemoUnit | undefined,
): DemoName {
  const type = typeName[school.category];
  if (school.kind === 'campus' && parent !== undefined) {
    const side = campusNames[(count(`side ${parent.id}`) - 1) % campusNames.length] ?? '';
    const base = {
      zh: parent.name.zh.replace(words.mainCampus.zh, ''),
      key: parent.name.key.replace(` ${words.mainCampus.key}`, ''),
    };
    return joined(base, { zh: side.slice(0, 1), key: side.slice(1) }, words.campus);
  }
  if (school.kind === 'teaching-point') return joined(marked(placeName(number)), words.point);
  if (school.category === 'special' || school.category === 'vocational') {
    const n = count(school.category);
    return n === 1 ? joined(county, type) : joined(county, ordinal(n), type);
  }
  if (school.category === 'senior') return joined(county, ordinal(count(school.category)), type);
  if (school.place === 'urban') {
    const name = joined(county, ordinal(count(`${school.category} urban`)), type);
    return school.hasCampuses === true ? joined(name, words.mainCampus) : name;
  }
  const isCentral = school.category === 'primary' || school.category === 'kindergarten';
  return count(`${school.category} ${township.area.code}`) === 1
    ? joined(township.area.name, ...(isCentral ? [words.central] : []), type)
    : joined(marked(placeName(number)), type);
}
