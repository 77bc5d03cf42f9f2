import type { z } from 'zod';
import type { balanceRoutes, Coefficient, IndicatorRef, Status } from '#contracts/balance';
import type { organizationRoutes } from '#contracts/organization';
import {
  coefficientOf,
  type FixtureSchool,
  type FixtureStage,
  fixtureStages,
  lines,
  makeSchools,
  statusOf,
  verdictOf,
} from './fixture-schools.ts';

type Overview = z.input<typeof balanceRoutes.overview.response>;
type Schools = z.input<typeof balanceRoutes.schools.response>;
type School = z.input<typeof balanceRoutes.school.response>;
type Indicator = z.input<typeof balanceRoutes.indicator.response>;
type Trace = z.input<typeof balanceRoutes.trace.response>;
type Area = z.input<typeof organizationRoutes.area.response>;

export const sizes: Readonly<Record<string, number>> = { '990001': 60, '990002': 1, '990003': 0, '990004': 3000 };

/** A made-up county in the shapes of the contracts, for looking at screens without a server. */
export class FixtureCounty {
  readonly code: string;
  readonly schools: readonly FixtureSchool[];

  constructor(code: string) {
    this.code = code;
    this.schools = makeSchools(sizes[code] ?? 60);
  }

  get head() {
    return {
      area: { code: this.code, name: '虚构县', level: 'county' as const },
      path: [
        { code: '000000', name: '全国', level: 'nation' as const },
        { code: '990000', name: '虚构市', level: 'city' as const },
      ],
      schoolYear: 2026,
      years: [2026, 2025],
      standard: { id: 'fixture', version: '1', name: { zh: '优质均衡（样例）', en: 'Quality balance (sample)' } },
      inputsHash: 'f00d',
      snapshot: { id: 'snapshot-1', createdAt: '2026-09-30T08:00:00Z', stale: true },
    };
  }

  get indicators(): IndicatorRef[] {
    return lines.map((one) => one.ref);
  }

  get coefficients(): Coefficient[] {
    return lines.flatMap((_, index) => fixtureStages.map((stage) => coefficientOf(this.schools, index, stage)));
  }

  overview(): Overview {
    const rows = this.rows();
    const coefficients = this.coefficients;
    return {
      ...this.head,
      verdict: 'notMet',
      counts: {
        coefficients: { total: 14, outside: coefficients.filter((one) => one.verdict === 'notMet').length, noData: 0 },
        schoolStages: {
          total: rows.length,
          outside: rows.filter((row) => row.verdict === 'notMet').length,
          noData: 0,
          excluded: 3,
        },
        attestationsOpen: 9,
        schools: rows.length,
        schoolsWithoutFacts: 2,
        areas: { total: 0, met: 0, notMet: 0, noData: 0 },
      },
      indicators: this.indicators,
      coefficients,
      parts: [
        {
          part: 'resource',
          name: { zh: '资源配置', en: 'Resources' },
          met: 9,
          notMet: 5,
          noData: 0,
          verdict: 'notMet',
        },
        {
          part: 'government',
          name: { zh: '政府保障程度', en: 'Government assurance' },
          met: 10,
          notMet: 1,
          noData: 4,
          verdict: 'notMet',
        },
        {
          part: 'recognition',
          name: { zh: '社会认可度', en: 'Social recognition' },
          met: 0,
          notMet: 0,
          noData: 1,
          verdict: 'noData',
        },
      ],
      areaIndicators: [
        {
          indicator: 'R1',
          name: { zh: '教师平均工资与公务员之比', en: 'Teacher pay over civil-servant pay' },
          unit: { zh: '倍', en: 'times' },
          decimals: 2,
          stage: 'all',
          schools: null,
          part: 'government',
          value: 0.98,
          threshold: 1,
          verdict: 'notMet',
          status: 'notMet',
        },
      ],
      gaps: lines.flatMap((one, index) =>
        fixtureStages.map((stage) => ({
          indicator: one.ref.id,
          stage,
          schools: this.schools.filter(
            (school) => school.stage === stage && (school.values[index] ?? 9e9) < one.line[stage],
          ).length,
          amountShort: 12 + index * 31,
          resource: one.resource,
          costFen: index === 2 ? null : (index + 1) * 123_456_700,
        })),
      ),
      map: this.schools.map((school, index) => ({
        unit: school.unit,
        name: school.name,
        county: this.code,
        lng: 120.6 + ((index * 37) % 100) / 250 + Math.sin(index) / 40,
        lat: 30.6 + ((index * 61) % 100) / 300 + Math.cos(index) / 50,
        stages: [school.stage],
        pupils: school.pupils,
        status: rows[index]?.status ?? 'noData',
      })),
      previousYear: 2025,
      changes: rows.slice(0, 4).map((row) => ({
        kind: 'school' as const,
        indicator: null,
        stage: row.stage,
        unit: { unit: row.unit, name: row.name, county: this.code },
        before: 'met' as const,
        after: 'notMet' as const,
        valueBefore: 7,
        valueAfter: 5,
      })),
      schoolsWithoutFacts: this.schools
        .slice(0, 2)
        .map((school) => ({ unit: school.unit, name: school.name, county: this.code })),
    };
  }

  rows(): Schools['rows'] {
    return this.schools.map((school) => {
      const cells = lines.map((one, index) => {
        const value = school.values[index] ?? null;
        const status = statusOf(value, one.line[school.stage]);
        return [one.ref.id, { value, threshold: one.line[school.stage], verdict: verdictOf(status), status }] as const;
      });
      const met = cells.filter(([, cell]) => cell.verdict === 'met').length;
      const status: Status = met >= 6 ? 'met' : 'notMet';
      return {
        unit: school.unit,
        name: school.name,
        county: this.code,
        stage: school.stage,
        category: school.stage,
        ownership: 'public',
        urbanRural: 'town',
        pupils: school.pupils,
        met,
        of: 7,
        verdict: verdictOf(status),
        status,
        excludedBy: null,
        values: Object.fromEntries(cells),
      };
    });
  }

  counts(): Schools['counts'] {
    return [...Map.groupBy(this.rows(), ({ stage }) => stage)].map(([stage, rows]) => ({
      stage,
      all: rows.length,
      failing: rows.filter(({ verdict }) => verdict === 'notMet').length,
      noData: 0,
      excluded: 0,
    }));
  }

  schoolsPage(): Schools {
    return {
      ...this.head,
      indicators: this.indicators,
      total: this.schools.length,
      counts: this.counts(),
      rows: this.rows(),
      nextCursor: null,
    };
  }

  school(unit: string): School | null {
    const school = this.schools.find((candidate) => candidate.unit === unit);
    const row = this.rows().find((candidate) => candidate.unit === unit);
    if (!school || !row) return null;
    return {
      ...this.head,
      school: {
        unit,
        name: school.name,
        county: this.code,
        identifier: unit,
        category: 'primary',
        kind: 'school',
        ownership: 'public',
        urbanRural: 'town',
        boarding: false,
        yearBuilt: 1998,
        township: '城关镇',
        group: null,
        lng: 120.7,
        lat: 30.7,
      },
      indicators: this.indicators,
      stages: [
        {
          stage: school.stage,
          pupils: school.pupils,
          met: row.met,
          of: 7,
          verdict: row.verdict,
          excludedBy: null,
          indicators: lines.map((one) => {
            const cell = row.values[one.ref.id];
            const verdict = cell?.verdict ?? 'noData';
            return {
              indicator: one.ref.id,
              value: cell?.value ?? null,
              threshold: one.line[school.stage],
              verdict,
              status: cell?.status ?? 'noData',
              countyMean: one.line[school.stage] * 1.3,
              groupMean: one.line[school.stage] * 1.1,
              rank: 12,
              rankOf: 40,
              amountShort: 2,
              resource: one.resource,
              gap: verdict === 'notMet' ? { zh: `还差 2 ${one.resource.zh}`, en: `2 ${one.resource.en} short` } : null,
              exceptions: [],
              history: [2025, 2026].map((schoolYear) => ({
                schoolYear,
                value: cell?.value ?? null,
                threshold: one.line[school.stage],
                verdict,
              })),
            };
          }),
        },
      ],
      inputs: [
        {
          measure: 'pupils',
          stage: school.stage,
          name: { zh: '在校学生数', en: 'Pupils' },
          unit: { zh: '人', en: 'pupils' },
          value: school.pupils,
          previous: school.pupils - 20,
          source: {
            batch: 'b1',
            file: '虚构县工作簿.xlsx',
            sheet: '学校',
            row: 14,
            column: 'F',
            importedAt: '2026-09-12T02:11:00Z',
            importedBy: 'clerk',
          },
        },
      ],
    };
  }

  indicator(id: string, asked: string | null): Indicator | null {
    const index = lines.findIndex((one) => one.ref.id === id);
    const one = lines[index];
    if (!one) return null;
    const stage: FixtureStage = asked === 'junior' ? 'junior' : 'primary';
    const schools = this.schools.filter((school) => school.stage === stage);
    return {
      ...this.head,
      indicator: one.ref,
      stage,
      stages: [...fixtureStages],
      resource: one.resource,
      formula: { zh: '教师数 ÷ 学生数 × 100', en: 'teachers ÷ pupils × 100' },
      clause: '第五条',
      coefficient: coefficientOf(this.schools, index, stage),
      counts: {
        schools: schools.length,
        below: schools.filter((school) => (school.values[index] ?? 9e9) < one.line[stage]).length,
        noData: schools.filter((school) => school.values[index] === null).length,
      },
      schools: schools.map((school) => {
        const value = school.values[index] ?? null;
        const status = statusOf(value, one.line[stage]);
        return {
          unit: school.unit,
          name: school.name,
          county: this.code,
          value,
          threshold: one.line[stage],
          verdict: verdictOf(status),
          status,
          pupils: school.pupils,
          amountShort: value === null ? null : Math.max(0, one.line[stage] - value),
          contributionShare: 1 / schools.length,
          ownership: 'public',
          urbanRural: 'town',
          township: '城关镇',
          group: null,
          previous: value,
        };
      }),
      lorenz: Array.from({ length: 21 }, (_, step) => ({ pupilShare: step / 20, resourceShare: (step / 20) ** 1.4 })),
      gini: 0.213,
      theil: [{ by: 'urbanRural', total: 0.05, within: 0.04, between: 0.01, groups: [] }],
      history: [
        { schoolYear: 2025, mean: 5, coefficientOfVariation: 0.52, limit: 0.5, below: 9 },
        { schoolYear: 2026, mean: 5.2, coefficientOfVariation: 0.49, limit: 0.5, below: 7 },
      ],
    };
  }

  trace(indicator: string): Trace {
    return {
      ...this.head,
      clause: '第五条',
      document: { zh: '样例文件', en: 'Sample document' },
      confidence: 'verified',
      trace: {
        label: lines.find((one) => one.ref.id === indicator)?.ref.name ?? { zh: indicator, en: indicator },
        formula: 'teachers / pupils * 100',
        substituted: '42 / 1,000 * 100',
        value: 4.2,
        notes: [],
        sources: [],
        parts: [
          {
            label: { zh: '学生数', en: 'Pupils' },
            value: 1000,
            notes: [],
            sources: [
              {
                batch: 'b1',
                file: '虚构县工作簿.xlsx',
                sheet: '学校',
                row: 14,
                column: 'F',
                importedAt: '2026-09-12T02:11:00Z',
                importedBy: 'clerk',
              },
            ],
            parts: [],
          },
        ],
      },
    };
  }

  area(): Area {
    return {
      ...this.head.area,
      kind: 'local',
      parent: '990000',
      nameEn: null,
      validFrom: null,
      validTo: null,
      hasChildren: false,
      units: this.schools.length,
      path: this.head.path,
      changes: [],
      years: [2026, 2025],
    };
  }
}
