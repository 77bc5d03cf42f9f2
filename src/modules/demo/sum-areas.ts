import type { DemoArea, DemoCounty, DemoFact, DemoYear } from './model.ts';

/** What is a rate for each person or pupil: of a larger area it is the mean over its counties, weighted by inhabitants. */
const means = new Set(['averageTeacherPayYuan', 'averageCivilServantPayYuan', 'kindergartenPublicFundingYuan']);
const weight = 'residentPopulation';

interface Sums {
  readonly totals: Map<string, number>;
  weights: number;
}

/**
 * What cities, provinces and the nation report of themselves, in keeping with their counties: numbers are sums, rates are means.
 *
 * @remarks Memory is that of a few numbers an area, whatever the size of the whole.
 */
export class AreaSums {
  readonly #parents = new Map<string, DemoArea>();
  readonly #sums = new Map<string, Map<number, Sums>>();

  /** To be told of every area above the counties, parents first. */
  know(area: DemoArea): void {
    this.#parents.set(area.code, area);
  }

  add({ area, years }: Pick<DemoCounty, 'area' | 'years'>): void {
    for (let above = area.parentCode; above !== null; above = this.#parents.get(above)?.parentCode ?? null) {
      for (const year of years) this.#addYear(above, year);
    }
  }

  /** Each area as a county without schools, with its own figures. */
  *areas(): Generator<DemoCounty> {
    for (const [code, area] of this.#parents) {
      const years = [...(this.#sums.get(code) ?? new Map<number, Sums>())].map(
        ([schoolYear, sums]): DemoYear => ({
          schoolYear,
          facts: factsOf(sums),
          classes: [],
          staff: [],
          attestations: [],
        }),
      );
      yield { area, townships: [], legalPersons: [], units: [], years };
    }
  }

  #addYear(code: string, { schoolYear, facts }: DemoYear): void {
    const ofArea = this.#sums.get(code) ?? new Map<number, Sums>();
    this.#sums.set(code, ofArea);
    const sums = ofArea.get(schoolYear) ?? { totals: new Map<string, number>(), weights: 0 };
    ofArea.set(schoolYear, sums);
    const own = facts.filter(({ unitId }) => unitId === '');
    const people = own.find(({ measure }) => measure === weight)?.value ?? 0;
    sums.weights += people;
    for (const { measure, value } of own) {
      const share = means.has(measure) ? value * people : value;
      sums.totals.set(measure, (sums.totals.get(measure) ?? 0) + share);
    }
  }
}

function factsOf({ totals, weights }: Sums): DemoFact[] {
  return [...totals].map(([measure, total]) => ({
    unitId: '',
    stage: 'all' as const,
    measure,
    value: means.has(measure) ? Math.round(total / weights) : total,
  }));
}
