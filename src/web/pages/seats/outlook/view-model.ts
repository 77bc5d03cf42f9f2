import type { ChainStageName, SeatsOverview, StageOutlook } from '#contracts/seats';

/** The stage of the address, or the one that runs short first; what cannot be right is taken as absent. */
export function stageShown(overview: Pick<SeatsOverview, 'stages' | 'warnings'>, asked: string | null): ChainStageName {
  const there = overview.stages.map(({ stage }) => stage);
  const wanted = there.find((stage) => stage === asked);
  return wanted ?? overview.warnings[0]?.stage ?? there[0] ?? 'primary';
}

/** The year of the address among the projected ones; otherwise the middle of those within reach of a warning. */
export function yearShown(outlook: StageOutlook | undefined, asked: string, yearsAhead: number): number {
  const years = outlook?.years.map(({ year }) => year) ?? [];
  const wanted = years.find((year) => String(year) === asked);
  return wanted ?? years[Math.min(years.length, yearsAhead) - 1] ?? 0;
}

/** One step of the chart: what was, what comes with its interval, and the seats of the year. */
export interface ChartStep {
  readonly year: number;
  readonly known: number | null;
  readonly pupils: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly seats: number | null;
}

/** Known and coming years in one row; the last known year is where both lines meet. */
export function chartSteps(outlook: StageOutlook, firstYear: number): readonly ChartStep[] {
  const known = outlook.known.map((pupils, at) => {
    const isLast = at === outlook.known.length - 1;
    return {
      year: firstYear + at,
      known: pupils,
      pupils: isLast ? pupils : null,
      low: isLast ? pupils : null,
      high: isLast ? pupils : null,
      seats: null,
    };
  });
  const coming = outlook.years.map(({ year, pupils, low, high, seats }) => ({
    year,
    known: null,
    pupils,
    low,
    high,
    seats,
  }));
  return [...known, ...coming];
}

/** Round steps for an axis from 0 to at least `largest`. */
export function axisTicks(largest: number, count = 4): readonly number[] {
  const rough = Math.max(largest, 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  return Array.from({ length: Math.ceil(Math.max(largest, 1) / step) + 1 }, (_, at) => at * step);
}

/** A place in one year of one stage. */
export interface PlaceNow {
  readonly code: string;
  readonly name: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly alarm: StageOutlook['alarm'];
  readonly pupils: number | null;
  readonly seats: number;
  readonly gap: number | null;
  readonly probability: number | null;
}

/** Every place that has the stage, as it will stand in a year. `short` = a shortage is likely in that very year. */
export function placesIn(
  { places, warning }: Pick<SeatsOverview, 'places' | 'warning'>,
  stage: ChainStageName,
  year: number,
): readonly PlaceNow[] {
  return places.flatMap(({ area, lng, lat, stages }) => {
    const then = stages.find((one) => one.stage === stage)?.years.find((one) => one.year === year);
    if (then === undefined) return [];
    const { pupils, seats, gap, probability } = then;
    const isShort = probability !== null && probability >= warning.probability.value;
    const isTight = pupils !== null && pupils > seats * warning.tight.value;
    const alarm = isShort ? ('short' as const) : isTight ? ('tight' as const) : ('enough' as const);
    return [{ code: area.code, name: area.name, lng, lat, alarm, pupils, seats, gap, probability }];
  });
}
