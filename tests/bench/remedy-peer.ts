import type { RemedyProblem } from '#kernels/remedy';
import { openHighs } from './open-highs.ts';

export interface PeerAnswer {
  /** No plan costs less, by the peer's last mixed-integer problem. */
  readonly bound: number;
  /** Whether its answer keeps every coefficient (to 1e-6), so that the bound is the optimum. */
  readonly isOptimum: boolean;
  readonly rounds: number;
}

/**
 * The same problem as mixed-integer programs for HiGHS, the coefficients replaced by tangents of their cones that are added until none
 * is broken. Shares no code with the kernel. For problems without mixed schools and without moves.
 */
export async function solveWithHighs(
  problem: RemedyProblem,
  mostRounds: number,
  timeLimitS: number,
): Promise<PeerAnswer> {
  const highs = await openHighs();
  const { rows: n, indicators: k } = problem;
  const cuts: string[] = [];
  let bound = 0;
  for (let round = 1; round <= mostRounds; round++) {
    const answer = highs.solve(writeProgram(problem, cuts), {
      mip_rel_gap: 1e-7,
      time_limit: timeLimitS,
      output_flag: false,
    });
    if (answer.Status !== 'Optimal') return { bound, isOptimum: false, rounds: round };
    bound = answer.ObjectiveValue;
    const before = cuts.length;
    for (let g = 0; g < problem.groups; g++) {
      const own = Array.from({ length: n }, (_, i) => i).filter((i) => problem.group[i] === g);
      for (let j = 0; j < k; j++) {
        const amounts = own.map(
          (i) => (problem.current[i * k + j] as number) + (answer.Columns[`y${i}_${j}`]?.Primal ?? 0),
        );
        const cut = tangent(problem, own, j, amounts, problem.limit[g * k + j] as number);
        if (cut !== null) cuts.push(cut);
      }
    }
    if (cuts.length === before) return { bound, isOptimum: true, rounds: round };
  }
  return { bound, isOptimum: false, rounds: mostRounds };
}

function tangent(
  problem: RemedyProblem,
  own: readonly number[],
  j: number,
  amounts: readonly number[],
  limit: number,
): string | null {
  const pupils = own.map((i) => problem.pupils[i] as number);
  const total = pupils.reduce((sum, p) => sum + p, 0);
  const kappa = Math.sqrt((1 + limit * limit) / total);
  const norm = Math.sqrt(amounts.reduce((sum, x, i) => sum + (x * x) / (pupils[i] as number), 0));
  const sum = amounts.reduce((all, x) => all + x, 0);
  if (norm <= kappa * sum * (1 + 1e-6)) return null;
  const k = problem.indicators;
  let right = 0;
  const terms = own.map((row, i) => {
    const factor = ((amounts[i] as number) / ((pupils[i] as number) * norm) - kappa) / kappa;
    right -= factor * (problem.current[row * k + j] as number);
    return term(factor, `y${row}_${j}`);
  });
  return `${terms.join(' ')} <= ${right}`;
}

function writeProgram(problem: RemedyProblem, cuts: readonly string[]): string {
  const { rows: n, indicators: k, current, threshold, floor, pupils, scale, cost, grain } = problem;
  const [objective, constraints, whole, binary]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (let i = 0; i < n; i++) {
    const choices: string[] = [];
    for (let j = 0; j < k; j++) {
      const c = i * k + j;
      const perAmount = (pupils[i] as number) / (scale[j] as number);
      const [full, least] = [(threshold[c] as number) * perAmount, (floor[c] as number) * perAmount];
      objective.push(term(cost[c] as number, `y${i}_${j}`));
      // a trace of room, so that the decimal lines themselves count as reached
      const missing = full - (current[c] as number) - 1e-7;
      if (missing > 0) constraints.push(`y${i}_${j} ${term(full - least, `z${i}_${j}`)} >= ${missing}`);
      choices.push(`z${i}_${j}`);
      if ((grain[j] as number) > 0) whole.push(`y${i}_${j}`);
      binary.push(`z${i}_${j}`);
    }
    constraints.push(`${choices.join(' + ')} <= ${problem.allowedBelow}`);
  }
  const named = [...constraints, ...cuts].map((text, r) => ` r${r}: ${text}`);
  return [
    'Minimize',
    ` cost: ${objective.join(' ')}`,
    'Subject To',
    ...named,
    'General',
    ...whole,
    'Binary',
    ...binary,
    'End',
  ].join('\n');
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
}
