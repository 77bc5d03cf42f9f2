import type { Forecast, Series } from './series.ts';

/** Every grade stays at its last number. */
export function repeatLast({ units, grades, years, pupils }: Series, origin: number, horizons: number): Forecast {
  const forecast = new Float64Array(units * grades * horizons);
  for (let cell = 0; cell < units * grades; cell++) {
    forecast.fill(pupils[cell * years + origin] as number, cell * horizons, (cell + 1) * horizons);
  }
  return forecast;
}

/** Every cohort moves up by the last year's rate; grades without one stay at their last number. */
export function repeatLastRate({ units, grades, years, pupils }: Series, origin: number, horizons: number): Forecast {
  const forecast = new Float64Array(units * grades * horizons);
  for (let unit = 0; unit < units; unit++) {
    for (let grade = 0; grade < grades; grade++) {
      const cell = unit * grades + grade;
      const now = pupils[cell * years + origin] as number;
      const before = grade > 0 && origin > 0 ? (pupils[(cell - 1) * years + origin - 1] as number) : 0;
      for (let horizon = 0; horizon < horizons; horizon++) {
        const at = cell * horizons + horizon;
        if (!(before > 0 && now > 0)) forecast[at] = now;
        else forecast[at] = (below(pupils, years, forecast, cell, origin, horizons, horizon) * now) / before;
      }
    }
  }
  return forecast;
}

function below(
  pupils: Float64Array,
  years: number,
  forecast: Forecast,
  cell: number,
  origin: number,
  horizons: number,
  horizon: number,
): number {
  if (horizon > 0) return forecast[(cell - 1) * horizons + horizon - 1] as number;
  return pupils[(cell - 1) * years + origin] as number;
}
