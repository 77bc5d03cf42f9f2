import { type DemoCounty, type DemoOptions, demoDefaults, generateDemo } from '#modules/demo';

export const latest = 2026;

/** The counties of a demo, collected; for the small sizes only. */
export function counties(options: Partial<DemoOptions> = {}): DemoCounty[] {
  const parts = generateDemo({ size: 'county', seed: demoDefaults.seed, years: [latest], detail: 'rows', ...options });
  return [...parts].filter((part) => 'units' in part);
}

/** The demo county as the product shows it first. */
export function demoCounty(years: readonly number[] = [latest]): DemoCounty {
  const [county] = counties({ years });
  if (county === undefined) throw new Error('no county was generated');
  return county;
}

/** A county's facts of one year by unit, stage and measure. */
export function factsOf(county: DemoCounty, year = latest): (unitId: string, stage: string, measure: string) => number {
  const values = new Map<string, number>(
    county.years
      .filter(({ schoolYear }) => schoolYear === year)
      .flatMap(({ facts }) => facts.map((f) => [`${f.unitId} ${f.stage} ${f.measure}`, f.value] as const)),
  );
  return (unitId, stage, measure) => values.get(`${unitId} ${stage} ${measure}`) ?? Number.NaN;
}
