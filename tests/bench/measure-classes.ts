import { balanceClasses, type ClassesProblem } from '#kernels/classes';
import { seeded, shuffled } from '#markets';
import { type BenchLine, timed } from './bench-line.ts';

const goalMs = 1_000;
const goalGap = 0.02;

/** A year of 1,000 pupils in 20 classes, five attributes, twins and pairs apart. */
export async function* measureClasses(): AsyncGenerator<BenchLine> {
  const problem = inventYear(1_000, 20);
  const times: number[] = [];
  let plan = balanceClasses(problem);
  for (let round = 0; round < 3; round++) {
    const { ms, answer } = await timed(() => balanceClasses(problem));
    times.push(ms);
    plan = answer;
  }
  const ms = times.sort((a, b) => a - b)[1] ?? Infinity;
  const correct = isEven(problem, plan.classOf) && plan.meanGap <= goalGap;
  yield {
    bench: `classes, ${problem.pupils} pupils in ${problem.classes}`,
    n: problem.pupils,
    ours_ms: ms,
    peer: 'none',
    peer_ms: null,
    ratio: null,
    goal: `${goalMs} ms, counts within 1, mean scores within ${goalGap} standard deviations`,
    met: correct && ms <= goalMs,
    correct,
    note: `mean scores within ${plan.meanGap.toFixed(5)}; ${plan.excess} beyond what integers allow; ${plan.apartBroken} pairs not apart`,
  };
}

function inventYear(pupils: number, classes: number): ClassesProblem {
  const next = seeded(pupils);
  const draw = (value: () => number) => Int32Array.from({ length: pupils }, value);
  return {
    pupils,
    classes,
    attributes: [
      draw(() => (next(100) < 53 ? 0 : 1)),
      draw(() => next(5)),
      draw(() => (next(50) === 0 ? 1 : 0)),
      draw(() => (next(4) === 0 ? 1 : 0)),
      draw(() => next(12)),
    ],
    score: Float64Array.from({ length: pupils }, () => next(100) + next(100) + next(100)),
    together: draw(() => -1).map((_, i) => (i < 20 ? i >> 1 : -1)),
    apart: Int32Array.from({ length: 20 }, (_, k) => 20 + k),
    lottery: shuffled(pupils, next),
  };
}

/** Sizes and every count within 1, twins together, pairs apart: from the classes alone. */
function isEven({ pupils, classes, attributes, together, apart }: ClassesProblem, classOf: Int32Array): boolean {
  const isWithinOne = (values: Int32Array, value: number) => {
    const counts = new Int32Array(classes);
    for (let i = 0; i < pupils; i++) {
      const c = classOf[i] ?? 0;
      if (values[i] === value) counts[c] = (counts[c] ?? 0) + 1;
    }
    return Math.max(...counts) - Math.min(...counts) <= 1;
  };
  const isTogether = together.every((id, i) => id < 0 || classOf[together.indexOf(id)] === classOf[i]);
  const isApart = apart.every((i, k) => k % 2 === 0 || classOf[i] !== classOf[apart[k - 1] ?? -1]);
  const isEvenly = [new Int32Array(pupils), ...attributes].every((values) =>
    [...new Set(values)].every((value) => isWithinOne(values, value)),
  );
  return isTogether && isApart && isEvenly;
}
