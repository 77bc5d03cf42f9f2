/**
 * Pupils of several units by grade and year; `pupils[(unit * grades + grade) * years + year]`, 0 = the grade is not run.
 * Units are schools, districts or the region, whichever level the series is of.
 */
export interface Series {
  readonly units: number;
  readonly grades: number;
  readonly years: number;
  readonly pupils: Float64Array;
  /** The larger unit each belongs to: what a unit's own rates lean on. */
  readonly group: Int32Array;
  readonly groups: number;
}

/** Forecasts of a series: `pupils[(unit * grades + grade) * horizons + horizon]`, horizon 0 = one year after the last known. */
export type Forecast = Float64Array;

/** The units of a series added up to their groups, all of them then in one region. */
export function addUp({ units, grades, years, pupils, group, groups }: Series): Series {
  const size = grades * years;
  const sums = new Float64Array(groups * size);
  addInto(sums, pupils, group, units, size);
  return { units: groups, grades, years, pupils: sums, group: new Int32Array(groups), groups: 1 };
}

/** Forecasts of units added up to their groups. */
export function addForecast(forecast: Forecast, { units, grades, group, groups }: Series, horizons: number): Forecast {
  const size = grades * horizons;
  const sums = new Float64Array(groups * size);
  addInto(sums, forecast, group, units, size);
  return sums;
}

/** Grades that belong together, such as those of a stage: `of[grade]` = its band, -1 = none. */
export interface GradeBands {
  readonly count: number;
  readonly of: Int32Array;
}

/** The grades of each unit added up to their bands: `[(unit * bands + band) * steps + step]`. */
export function addBands(cells: Float64Array, units: number, bands: GradeBands, steps: number): Float64Array {
  const grades = bands.of.length;
  const sums = new Float64Array(units * bands.count * steps);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 0; grade < grades; grade++) {
      const band = bands.of[grade] as number;
      if (band < 0) continue;
      const from = (unit * grades + grade) * steps;
      const to = (unit * bands.count + band) * steps;
      for (let step = 0; step < steps; step++)
        sums[to + step] = (sums[to + step] as number) + (cells[from + step] as number);
    }
  }
  return sums;
}

/** All grades of each unit together: `[unit * steps + step]`. */
export function addGrades(cells: Float64Array, units: number, grades: number, steps: number): Float64Array {
  return addBands(cells, units, { count: 1, of: new Int32Array(grades) }, steps);
}

function addInto(sums: Float64Array, cells: Float64Array, group: Int32Array, units: number, size: number): void {
  for (let unit = 0; unit < units; unit++) {
    const to = (group[unit] as number) * size;
    for (let i = 0; i < size; i++) sums[to + i] = (sums[to + i] as number) + (cells[unit * size + i] as number);
  }
}
