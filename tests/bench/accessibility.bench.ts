import { floatingCatchment, reachByStage } from '#kernels/accessibility';
import { type BenchLine, timed } from './bench-line.ts';

const [places, schools] = [5_000, 300];

/** A county of 5,000 places and 300 schools, checked against sums written out plainly, which are the peer. */
export async function* run(): AsyncGenerator<BenchLine> {
  const county = inventCounty();
  for (const decay of ['even', 'gaussian'] as const) {
    const { answer, ms } = await timed(() => floatingCatchment({ ...county, places, schools, reach: 4_000, decay }));
    const { answer: plain, ms: plainMs } = await timed(() => plainScores(county, 4_000, decay));
    const correct = answer.seatsPerChild.every((score, p) => Math.abs(score - (plain[p] ?? Number.NaN)) <= 1e-9);
    yield line(`two-step floating catchment, ${decay}`, ms, plainMs, correct);
  }
  const stages = 3;
  const { answer, ms } = await timed(() =>
    reachByStage({
      places,
      schools,
      stages,
      children: Float64Array.from({ length: places * stages }, (_, i) => 1 + (i % 30)),
      offers: Uint8Array.from({ length: schools * stages }, (_, i) => (i % 4 === 0 ? 0 : 1)),
      distance: county.distance,
      limit: new Float64Array([1_000, 2_000, 3_000]),
    }),
  );
  const correct = answer.every(({ within, beyond, unreached }, stage) => {
    const all = Array.from({ length: places }, (_, p) => 1 + ((p * stages + stage) % 30));
    return within + beyond + unreached === all.reduce((sum, one) => sum + one, 0);
  });
  yield line('distance by stage', ms, null, correct);
}

function line(instance: string, ms: number, peerMs: number | null, correct: boolean): BenchLine {
  return {
    bench: 'accessibility',
    n: places,
    instance,
    ours_ms: Math.round(ms * 10) / 10,
    peer: 'sums written out plainly',
    peer_ms: peerMs === null ? null : Math.round(peerMs * 10) / 10,
    ratio: peerMs === null ? null : ms / peerMs,
    goal: '5,000 places and 300 schools in 0.5 s, the same scores to 1e-9',
    met: correct && ms <= 500,
    correct,
  };
}

type County = ReturnType<typeof inventCounty>;

function inventCounty() {
  const at = (i: number) => [(i * 7_919) % 30_011, (i * 104_729) % 20_011] as const;
  const distance = Float64Array.from({ length: places * schools }, (_, i) => {
    const [[x, y], [u, v]] = [at(Math.floor(i / schools) + 1), at(10_000 + 13 * (i % schools))];
    return Math.hypot(x - u, y - v);
  });
  return {
    distance,
    children: Float64Array.from({ length: places }, (_, p) => 5 + (p % 90)),
    seats: Float64Array.from({ length: schools }, (_, s) => 300 + 10 * (s % 70)),
  };
}

function plainScores({ distance, children, seats }: County, reach: number, decay: 'even' | 'gaussian'): number[] {
  const weight = (p: number, s: number) => {
    const share = (distance[p * schools + s] as number) / reach;
    if (decay === 'even') return share <= 1 ? 1 : 0;
    return share < 1 ? (Math.exp(-(share ** 2) / 2) - Math.exp(-0.5)) / (1 - Math.exp(-0.5)) : 0;
  };
  const allPlaces = Array.from({ length: places }, (_, p) => p);
  const allSchools = Array.from({ length: schools }, (_, s) => s);
  const ratios = allSchools.map((s) => {
    const reached = allPlaces.reduce((sum, p) => sum + (children[p] as number) * weight(p, s), 0);
    return reached > 0 ? (seats[s] as number) / reached : 0;
  });
  return allPlaces.map((p) => allSchools.reduce((sum, s) => sum + (ratios[s] as number) * weight(p, s), 0));
}
