import { addForecast, type Forecast, type Series } from './series.ts';
import { towardOne } from './settings.ts';

/** Beyond these the two say different things (a school opens or closes), and scaling the others would be wrong. */
const leastScale = 0.5;
const mostScale = 2;

/**
 * Scales the schools' grades toward their district's own forecast, as far as `weight` says; at 1 the schools add up to it.
 *
 * @returns a new forecast of the schools
 */
export function reconcile(
  schools: Forecast,
  series: Series,
  districts: Forecast,
  horizons: number,
  weight: number,
): Forecast {
  const sums = addForecast(schools, series, horizons);
  const { units, grades, group } = series;
  const scaled = new Float64Array(schools.length);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 0; grade < grades; grade++) {
      for (let horizon = 0; horizon < horizons; horizon++) {
        const at = (unit * grades + grade) * horizons + horizon;
        const theirs = ((group[unit] as number) * grades + grade) * horizons + horizon;
        scaled[at] =
          (schools[at] as number) * scaleOf(sums[theirs] as number, districts[theirs] as number, weight, horizon);
      }
    }
  }
  return scaled;
}

function scaleOf(sum: number, whole: number, weight: number, horizon: number): number {
  if (!(sum > 0 && whole > 0)) return 1;
  const scale = whole / sum;
  return scale >= leastScale && scale <= mostScale ? scale ** towardOne(weight, horizon) : 1;
}
