import { type EnrolmentProjection, projectEnrolment, repeatLast, repeatLastRate } from '#kernels/projection';
import type { BenchLine, BenchOptions } from './bench-line.ts';
import { findHistories, type PublishedHistory } from './projection-problems.ts';

const horizons = 3;
const mostRatio = 0.9;
const aim = 0.8;
const tolerance = 0.03;
const levels = ['school by grade', 'school', 'district by grade', 'district'] as const;
type Level = (typeof levels)[number];

/**
 * Projections made from every year that leaves enough behind it and something after it, compared with what came. Each one is handed the years
 * up to its own and nothing later; the naive methods project the same series.
 */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks === undefined) return;
  for (const history of findHistories(benchmarks)) {
    const tally = measure(history);
    for (const level of levels) {
      yield errorLine(history, tally, level);
      for (let ahead = 1; ahead <= horizons; ahead++) yield errorLine(history, tally, level, ahead);
      yield coverageLine(history, tally, level);
    }
  }
}

interface Sums {
  ours: number;
  last: number;
  rate: number;
  pupils: number;
  inside: number;
  intervals: number;
}

interface Tally {
  readonly sums: Map<string, Sums>;
  oursMs: number;
  peerMs: number;
  origins: number;
  correct: boolean;
}

function measure(history: PublishedHistory): Tally {
  const tally: Tally = { sums: new Map(), oursMs: 0, peerMs: 0, origins: 0, correct: true };
  for (let years = history.fewestYears; years < history.years; years++) {
    const known = { ...history, years, pupils: firstYears(history, years) };
    const start = performance.now();
    const projection = projectEnrolment(known, { horizons, fewestPupils: 0, fewestYears: 1 });
    tally.oursMs += performance.now() - start;
    tally.origins++;
    tally.correct &&= addsUp(projection, history);
    const from = performance.now();
    const peers = { last: naive(known, repeatLast), rate: naive(known, repeatLastRate) };
    tally.peerMs += performance.now() - from;
    const actual = atLevels(history, history.pupils, history.years);
    for (const level of levels)
      count(tally, level, years, history.years, bandsOf(projection)[level], peers, actual[level]);
  }
  return tally;
}

function firstYears({ schools, grades, years, pupils }: PublishedHistory, first: number): Float64Array {
  const known = new Float64Array(schools * grades * first);
  for (let cell = 0; cell < schools * grades; cell++) {
    known.set(pupils.subarray(cell * years, cell * years + first), cell * first);
  }
  return known;
}

type Method = typeof repeatLast;

/** The method on the schools' series and on the districts' own. */
function naive(known: PublishedHistory, method: Method): Record<Level, Float64Array> {
  const { schools, districts, grades, years, district } = known;
  const pupils = atLevels(known, known.pupils, years);
  const series = {
    units: schools,
    grades,
    years,
    pupils: pupils['school by grade'],
    group: district,
    groups: districts,
  };
  const larger = { ...series, units: districts, pupils: pupils['district by grade'] };
  const bySchool = atLevels(known, method(series, years - 1, horizons), horizons);
  const byDistrict = method(larger, years - 1, horizons);
  return {
    ...bySchool,
    'district by grade': byDistrict,
    district: addEvery(byDistrict, districts, grades, horizons),
  };
}

/** Cells of schools added up to every level; `steps` numbers a row. */
function atLevels({ schools, districts, grades, district }: PublishedHistory, cells: Float64Array, steps: number) {
  const size = grades * steps;
  const byDistrict = new Float64Array(districts * size);
  cells.forEach((pupils, at) => {
    const to = (district[Math.floor(at / size)] ?? 0) * size + (at % size);
    byDistrict[to] = (byDistrict[to] ?? 0) + pupils;
  });
  return {
    'school by grade': cells,
    school: addEvery(cells, schools, grades, steps),
    'district by grade': byDistrict,
    district: addEvery(byDistrict, districts, grades, steps),
  };
}

function addEvery(cells: Float64Array, units: number, grades: number, steps: number): Float64Array {
  const totals = new Float64Array(units * steps);
  cells.forEach((pupils, at) => {
    const to = Math.floor(at / (grades * steps)) * steps + (at % steps);
    totals[to] = (totals[to] ?? 0) + pupils;
  });
  return totals;
}

function bandsOf({ schools, districts }: EnrolmentProjection) {
  return {
    'school by grade': schools.grades,
    school: schools.total,
    'district by grade': districts.grades,
    district: districts.total,
  };
}

function count(
  { sums }: Tally,
  level: Level,
  origin: number,
  years: number,
  band: EnrolmentProjection['schools']['total'],
  peers: { readonly last: Record<Level, Float64Array>; readonly rate: Record<Level, Float64Array> },
  actual: Float64Array,
): void {
  for (let horizon = 0; horizon < horizons && origin + horizon < years; horizon++) {
    const key = `${level} ${horizon + 1}`;
    const sum = sums.get(key) ?? { ours: 0, last: 0, rate: 0, pupils: 0, inside: 0, intervals: 0 };
    sums.set(key, sum);
    for (let row = 0; row < actual.length / years; row++) {
      const came = actual[row * years + origin + horizon] ?? 0;
      const at = row * horizons + horizon;
      // a school that is not there yet, or no longer, is a forecast of nobody
      const made = band.pupils[at] || 0;
      sum.ours += Math.abs(made - came);
      sum.last += Math.abs((peers.last[level][at] ?? 0) - came);
      sum.rate += Math.abs((peers.rate[level][at] ?? 0) - came);
      sum.pupils += came;
      if (!(made > 0) || Number.isNaN(band.low[at])) continue;
      sum.intervals++;
      if (came >= (band.low[at] ?? 0) && came <= (band.high[at] ?? 0)) sum.inside++;
    }
  }
}

function together(tally: Tally, level: Level, ahead?: number): Sums {
  const all: Sums = { ours: 0, last: 0, rate: 0, pupils: 0, inside: 0, intervals: 0 };
  for (let horizon = ahead ?? 1; horizon <= (ahead ?? horizons); horizon++) {
    const own = tally.sums.get(`${level} ${horizon}`);
    if (own === undefined) continue;
    for (const key of Object.keys(all) as (keyof Sums)[]) all[key] += own[key];
  }
  return all;
}

function errorLine(history: PublishedHistory, tally: Tally, level: Level, ahead?: number): BenchLine {
  const { ours, last, rate, pupils } = together(tally, level, ahead);
  const ratio = ours / Math.min(last, rate);
  const share = (sum: number): string => ((100 * sum) / pupils).toFixed(2);
  return {
    ...lineOf(history, tally, `${level}, ${ahead ?? `1 to ${horizons}`} ahead`),
    peer: last < rate ? 'last value' : 'last progression rate',
    ratio,
    goal: 'at least 10 % lower weighted error than the better naive method',
    met: ratio <= mostRatio,
    note: `weighted error ${share(ours)} %; last value ${share(last)} %, last progression rate ${share(rate)} %; ${tally.origins} origins`,
  };
}

function coverageLine(history: PublishedHistory, tally: Tally, level: Level): BenchLine {
  const { inside, intervals } = together(tally, level);
  const coverage = inside / intervals;
  return {
    ...lineOf(history, tally, `${level}, 80 % intervals`),
    peer: 'none',
    peer_ms: null,
    ratio: null,
    goal: 'covers 80 ± 3 %',
    met: Math.abs(coverage - aim) <= tolerance,
    note: `covers ${(100 * coverage).toFixed(1)} % of ${intervals}`,
  };
}

function lineOf({ name, schools }: PublishedHistory, { oursMs, peerMs, origins, correct }: Tally, what: string) {
  return {
    bench: `projection, ${name}: ${what}`,
    n: schools,
    ours_ms: oursMs / origins,
    peer_ms: peerMs / origins,
    correct,
  };
}

/** Districts are the sum of their schools. */
function addsUp({ schools, districts }: EnrolmentProjection, history: PublishedHistory): boolean {
  const sums = atLevels(
    history,
    schools.grades.pupils.map((pupils) => pupils || 0),
    horizons,
  )['district by grade'];
  return sums.every((sum, at) => Math.abs(sum - (districts.grades.pupils[at] ?? 0)) < 1e-6);
}
