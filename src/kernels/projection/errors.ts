import { addGrades, type Forecast, type Series } from './series.ts';

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

/** All levels on which a forecast of schools is judged. */
export const judgedLevels = ['schoolGrade', 'school', 'districtGrade', 'district', 'regionGrade', 'region'] as const;
export type JudgedLevel = (typeof judgedLevels)[number];

export function judge(
  { schools, districts, region }: { readonly schools: Series; readonly districts: Series; readonly region: Series },
  forecast: { readonly schools: Forecast; readonly districts: Forecast; readonly region: Forecast },
  horizons: number,
): Record<JudgedLevel, Judged> {
  return {
    schoolGrade: byGrade(schools, forecast.schools),
    school: byUnit(schools, forecast.schools, horizons),
    districtGrade: byGrade(districts, forecast.districts),
    district: byUnit(districts, forecast.districts, horizons),
    regionGrade: byGrade(region, forecast.region),
    region: byUnit(region, forecast.region, horizons),
  };
}

/** A naive method on every level's own series. */
export function judgeNaive(
  levels: { readonly schools: Series; readonly districts: Series; readonly region: Series },
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
