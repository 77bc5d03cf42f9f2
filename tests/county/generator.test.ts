import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { counties, demoCounty, factsOf, latest } from '#county';

interface Measure {
  readonly id: string;
  readonly kind: string;
  readonly level: string;
  readonly stages: readonly string[];
  readonly range: readonly [number, number];
}

const dictionary = parse(readFileSync('policies/measures.yaml', 'utf8')) as { measures: Measure[] };
const measures = new Map(dictionary.measures.map((measure) => [measure.id, measure]));

describe('the stream', () => {
  it('is the same again for the same seed, and another for another', () => {
    expect(counties({ size: 'city' })).toEqual(counties({ size: 'city' }));
    expect(counties({ seed: 1 })).not.toEqual(counties({ seed: 3 }));
  });

  it('does not depend on the size, the years or the detail asked for', () => {
    const [county] = counties();
    const [ofCity] = counties({ size: 'city' });
    expect(ofCity).toEqual(county);
    const [threeYears] = counties({ years: [2024, 2025, latest] });
    expect(threeYears?.years.at(-1)).toEqual(county?.years[0]);
    const [aggregates] = counties({ detail: 'facts' });
    expect(aggregates?.years[0]?.facts).toEqual(county?.years[0]?.facts);
    const [few] = counties({ detail: 'resources' });
    const all = new Set(county?.years[0]?.facts.map((fact) => JSON.stringify(fact)));
    expect(few?.years[0]?.facts.length).toBeGreaterThan(500);
    expect(few?.years[0]?.facts.filter((fact) => !all.has(JSON.stringify(fact)))).toEqual([]);
  });

  it('marks every name as fictional and gives every unit its own id', () => {
    const all = counties({ size: 'city', detail: 'facts' });
    expect(all).toHaveLength(8);
    const ids = all.flatMap((county) => county.units.map((unit) => unit.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const county of all) {
      const names = [county.area, ...county.townships, ...county.units].map(({ name }) => name.zh);
      const owners = county.legalPersons.map((person) => person.name);
      expect([...names, ...owners].filter((name) => !name.startsWith('虚构'))).toEqual([]);
      expect(new Set(county.units.map((unit) => unit.name.zh)).size).toBe(county.units.length);
      const persons = new Set(county.legalPersons.map((person) => person.id));
      expect(county.units.filter((unit) => !persons.has(unit.legalPersonId))).toEqual([]);
    }
  });
});

describe('the facts', () => {
  const all = counties({ size: 'city' });

  it('are measures of the dictionary, for a stage it knows, inside its range', () => {
    const wrong = all.flatMap((county) =>
      county.years.flatMap((year) =>
        year.facts.filter((fact) => {
          const measure = measures.get(fact.measure);
          if (measure === undefined || !measure.stages.includes(fact.stage)) return true;
          if ((measure.level === 'area') !== (fact.unitId === '')) return true;
          if (measure.kind === 'count' && !Number.isInteger(fact.value)) return true;
          return fact.value < measure.range[0] || fact.value > measure.range[1];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('are reported once each', () => {
    for (const { years } of all) {
      for (const { facts } of years) {
        const keys = facts.map((fact) => `${fact.unitId} ${fact.stage} ${fact.measure}`);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it('agree with the class and staff rows, but for the one overstated school', () => {
    const differing: string[] = [];
    for (const county of all) {
      const fact = factsOf(county);
      const year = county.years[0];
      for (const unit of county.units) {
        for (const stage of unit.stages) {
          const classes = year?.classes.filter((c) => c.unitId === unit.id && c.stage === stage) ?? [];
          const staff = year?.staff.filter((s) => s.unitId === unit.id && s.stage === stage) ?? [];
          const derived: Record<string, number> = {
            students: classes.reduce((sum, c) => sum + c.pupils, 0),
            classes: classes.length,
            largestClass: Math.max(...classes.map((c) => c.pupils)),
            fullTimeTeachers: staff.length,
            backboneTeachers: staff.filter((s) => s.backbone).length,
            certifiedTeachers: staff.filter((s) => s.certificate).length,
          };
          if (stage === 'primary' || stage === 'junior') {
            const above = stage === 'primary' ? ['junior-college', 'bachelor', 'master'] : ['bachelor', 'master'];
            derived.aboveRequiredDegreeTeachers = staff.filter((s) => above.includes(s.degree)).length;
            derived.peArtsTeachers = staff.filter((s) => ['pe', 'music', 'fine-arts'].includes(s.subject ?? '')).length;
          }
          for (const [measure, value] of Object.entries(derived)) {
            if (fact(unit.id, stage, measure) !== value) differing.push(measure);
          }
        }
        const own = year?.staff.filter((s) => s.unitId === unit.id).length;
        expect(fact(unit.id, 'all', 'staff')).toBe(own);
      }
    }
    expect(differing).toEqual(['students']);
  });
});

describe('the trend', () => {
  it('shrinks the kindergartens first and the country most', () => {
    const county = demoCounty([2024, 2025, latest]);
    const pupils = (stage: string, place: string, year: number) => {
      const fact = factsOf(county, year);
      const own = county.units.filter((unit) => unit.urbanRural === place && unit.stages.some((s) => s === stage));
      return own.reduce((sum, unit) => sum + fact(unit.id, stage, 'students'), 0);
    };
    const change = (stage: string, place: string) => pupils(stage, place, latest) / pupils(stage, place, 2024);
    expect(change('kindergarten', 'rural')).toBeLessThan(change('primary', 'rural'));
    expect(change('primary', 'rural')).toBeLessThan(change('primary', 'urban'));
    expect(change('junior', 'urban')).toBeGreaterThan(1);
  });
});
