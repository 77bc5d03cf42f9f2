import type { DistrictingProblem } from '#kernels/districting';
import { openHighs } from './open-highs.ts';

/** The same zones as a mixed-integer program for HiGHS: every unit of a zone drains one unit of flow to its school. */
export async function zoneWithHighs(problem: DistrictingProblem, timeLimitS: number) {
  const highs = await openHighs();
  const text = writeProgram(problem);
  const start = performance.now();
  try {
    const answer = highs.solve(text, { mip_rel_gap: 1e-6, time_limit: timeLimitS, output_flag: false });
    const hasPlan = Number.isFinite(answer.ObjectiveValue) && Object.keys(answer.Columns).length > 0;
    const isOptimum = answer.Status === 'Optimal';
    return { ms: performance.now() - start, value: hasPlan ? answer.ObjectiveValue : null, isOptimum };
  } catch {
    // the solver gives up by throwing when its memory ends
    return { ms: performance.now() - start, value: null, isOptimum: false };
  }
}

function writeProgram({
  units,
  zones,
  neighbourStart,
  neighbour,
  children,
  cost,
  school,
  seats,
  least,
}: DistrictingProblem): string {
  const all = Array.from({ length: units }, (_, u) => u);
  const every = Array.from({ length: zones }, (_, z) => z);
  const beside = (u: number) => neighbour.slice(neighbourStart[u], neighbourStart[u + 1]);
  const rows: string[] = all.map((u) => `${every.map((z) => `+ x${u}_${z}`).join(' ')} = 1`);
  for (const z of every) {
    const held = all.map((u) => `+ ${children[u]} x${u}_${z}`).join(' ');
    rows.push(`${held} <= ${seats[z]}`, `${held} >= ${least?.[z] ?? 0}`, `x${school[z]}_${z} = 1`);
    for (const u of all) {
      if (u === school[z]) continue;
      const out = [...beside(u)].map((v) => `+ f${u}_${v}_${z}`).join(' ');
      const into = [...beside(u)].map((v) => `- f${v}_${u}_${z}`).join(' ');
      rows.push(`${out} ${into} - x${u}_${z} = 0`, `${out} - ${units} x${u}_${z} <= 0`);
    }
  }
  const objective = all.flatMap((u) => every.map((z) => `+ ${cost[u * zones + z]} x${u}_${z}`));
  return [
    'Minimize',
    ` way: ${objective.join(' ')}`,
    'Subject To',
    ...rows.map((row, r) => ` r${r}: ${row}`),
    'Binary',
    ...all.flatMap((u) => every.map((z) => `x${u}_${z}`)),
    'End',
  ].join('\n');
}
