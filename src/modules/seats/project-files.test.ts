import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#core/errors';
import { projectFiles } from './project-files.ts';
import { readSeatsPolicy } from './read-policy.ts';
import type { GivenFile } from './read-table.ts';

const policy = readSeatsPolicy(readFileSync(new URL('../../../policies/seats.yaml', import.meta.url), 'utf8'));
const fileOf = (name: string, lines: readonly string[]): GivenFile => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
});

/** Two schools of two districts with grades 1 to 6, the second with 40 pupils a grade. */
const steady = fileOf('pupils.csv', [
  '学校,片区,学年,年级,人数',
  ...['甲', '乙'].flatMap((school, at) =>
    [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      [1, 2, 3, 4, 5, 6].map(
        (grade) => `${school},${at === 0 ? '城区' : '乡镇'},${year},${grade},${at === 0 ? 90 : 40}`,
      ),
    ),
  ),
]);

function refusalOf(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('projecting from files', () => {
  it('reads Chinese headers and goes on as it was', () => {
    const { firstYear, lastYear, districts, schools, region } = projectFiles({ enrolment: steady, ahead: 3, policy });
    expect([firstYear, lastYear]).toEqual([2021, 2025]);
    expect(districts.map(({ name }) => name)).toEqual(['乡镇', '城区']);
    expect(region.total.map(({ year, pupils }) => [year, pupils])).toEqual([
      [2026, 780],
      [2027, 780],
      [2028, 780],
    ]);
    expect(schools.map(({ verdict }) => verdict)).toEqual(['projected', 'projected']);
    expect(Object.keys(region.stages)).toEqual(['primary']);
  });

  it('lets births and housing change what enters', () => {
    const births = fileOf('births.csv', [
      'district,year,births',
      ...['城区', '乡镇'].flatMap((district) =>
        Array.from({ length: 10 }, (_, at) => `${district},${2014 + at},${at < 6 ? 100 : 50}`),
      ),
    ]);
    const fewer = projectFiles({ enrolment: steady, births, ahead: 3, policy }).region.grades['1'];
    expect(fewer?.[2]?.pupils).toBeLessThan(110);
    const housing = fileOf('homes.csv', ['片区,户数,交付年份', '城区,3000,2026']);
    const more = projectFiles({ enrolment: steady, housing, ahead: 3, policy });
    const growth = (more.districts[1]?.total[2]?.pupils ?? 0) - 540;
    // 85 % of 3,000 homes lived in, 3.3 pupils a grade from a hundred of them, six grades and the junior grades no school runs
    expect(growth).toBeGreaterThan(500);
    expect(more.districts[0]?.total[2]?.pupils).toBe(240);
  });

  it('names every wrong cell by row and column, and projects nothing', () => {
    const wrong = fileOf('wrong.csv', [
      'school,year,grade,pupils',
      'A,2024,1,30',
      'A,2025,ninety,31',
      ',2025,1,x',
      'A,2024,grade 1,3',
    ]);
    const refused = refusalOf(() => projectFiles({ enrolment: wrong, ahead: 3, policy }));
    expect(refused.code).toBe('seats.rowsRefused');
    const findings = refused.cause as readonly { place: { row: number; column: string } }[];
    expect(findings.map(({ place }) => `${place.column}${place.row}`)).toEqual(['C3', 'A4', 'D4', 'C5']);
  });

  it('refuses a district of births that no school is in', () => {
    const births = fileOf('births.csv', ['district,year,births', '郊区,2020,100']);
    const refused = refusalOf(() => projectFiles({ enrolment: steady, births, ahead: 3, policy }));
    expect(refused.cause).toMatchObject([{ place: { file: 'births.csv', row: 2, column: 'A' } }]);
  });

  it.each([
    [['school,year,pupils', 'A,2024,1'], 'seats.columnsMissing'],
    [['school,year,grade,pupils', 'A,2024,1,30'], 'seats.tooFewYears'],
    [['school,year,grade,pupils', 'A,2022,1,30', 'A,2024,1,30'], 'seats.yearMissing'],
  ])('refuses %j', (lines, code) => {
    expect(refusalOf(() => projectFiles({ enrolment: fileOf('x.csv', lines), ahead: 3, policy })).code).toBe(code);
  });
});
