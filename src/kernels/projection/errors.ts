import { addBands, addGrades, type Forecast, type GradeBands, type Series } from './series.ts';

/** Sum of distances between forecast and pupils, and sum of pupils, a horizon. */
export interface ErrorSums {
  readonly distance: Float64Array;
  readonly pupils: Float64Array;
}

export function noErrors(horizons: number): ErrorSums {
  return { distance: new Float64Array(horizons), pupils: new Float64Array(horizons) };
}

/** Forecasts and what came, grade by grade or all grades of a unit together. */
export interface Judged {
  readonly rows: number;
  readonly years: number;
  readonly pupils: Float64Array;
  readonly forecast: Forecast;
}

export function byGrade({ units, grades, years, pupils }: Series, forecast: Forecast): Judged {
  return { rows: units * grades, years, pupils, forecast };
}

export function byUnit({ units, grades, years, pupils }: Series, forecast: Forecast, horizons: number): Judged {
  return {
    rows: units,
    years,
    pupils: addGrades(pupils, units, grades, years),
    forecast: addGrades(forecast, units, grades, horizons),
  };
}

function byBand({ units, years, pupils }: Series, forecast: Forecast, horizons: number, bands: GradeBands): Judged {
  return {
    rows: units * bands.count,
    years,
    pupils: addBands(pupils, units, bands, years),
    forecast: addBands(forecast, units, bands, horizons),
  };
}

/** Adds the errors of one forecast made at `origin`; horizons past the last known year are left out. */
export function addErrors(sums: ErrorSums, judged: Judged, origin: number): void {
  const { rows, years, pupils, forecast } = judged;
  const horizons = sums.distance.length;
  for (let horizon = 0; horizon < horizons && origin + 1 + horizon < years; horizon++) {
    let distance = 0;
    let came = 0;
    for (let row = 0; row < rows; row++) {
      const actual = pupils[row * years + origin + 1 + horizon] as number;
      distance += Math.abs((forecast[row * horizons + horizon] as number) - actual);
      came += actual;
    }
    sums.distance[horizon] = (sums.distance[horizon] as number) + distance;
    sums.pupils[horizon] = (sums.pupils[horizon] as number) + came;
  }
}

/** All levels on which a forecast of schools is judged; those of bands only where bands are given. */
export const judgedLevels = [
  'schoolGrade',
  'schoolBand',
  'school',
  'districtGrade',
  'districtBand',
  'district',
  'regionGrade',
  'regionBand',
  'region',
] as const;
export type JudgedLevel = (typeof judgedLevels)[number];

interface Judgeable {
  readonly schools: Series;
  readonly districts: Series;
  readonly region: Series;
  readonly bands: GradeBands;
}

export function judge(
  { schools, districts, region, bands }: Judgeable,
  forecast: { readonly schools: Forecast; readonly districts: Forecast; readonly region: Forecast },
  horizons: number,
): Record<JudgedLevel, Judged> {
  return {
    schoolGrade: byGrade(schools, forecast.schools),
    schoolBand: byBand(schools, forecast.schools, horizons, bands),
    school: byUnit(schools, forecast.schools, horizons),
    districtGrade: byGrade(districts, forecast.districts),
    districtBand: byBand(districts, forecast.districts, horizons, bands),
    district: byUnit(districts, forecast.districts, horizons),
    regionGrade: byGrade(region, forecast.region),
    regionBand: byBand(region, forecast.region, horizons, bands),
    region: byUnit(region, forecast.region, horizons),
  };
}

/** A naive method on every level's own series. */
export function judgeNaive(
  levels: Judgeable,
  method: (series: Series, origin: number, horizons: number) => Forecast,
  origin: number,
  horizons: number,
): Record<JudgedLevel, Judged> {
  const forecast = {
    schools: method(levels.schools, origin, horizons),
    districts: method(levels.districts, origin, horizons),
    region: method(levels.region, origin, horizons),
  };
  return judge(levels, forecast, horizons);
}
