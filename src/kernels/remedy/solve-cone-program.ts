import { addTransposed, type ConeProgram, multiply } from './cone-program.ts';
import { ConeScaling } from './cone-scaling.ts';
import { NewtonSystem } from './newton-system.ts';

export interface ConeSolution {
  readonly w: Float64Array;
  /** Multipliers of the cone rows; inside the (self-dual) cones. */
  readonly z: Float64Array;
  /** Multipliers of the equalities. */
  readonly y: Float64Array;
  /** Relative distance between primal and dual value at the last step. */
  readonly gap: number;
  /** Relative infeasibility at the last step. */
  readonly residual: number;
  readonly steps: number;
  /** Multipliers of the last step where it was not the best: of an infeasible program they grow into a proof. */
  readonly last: { readonly z: Float64Array; readonly y: Float64Array } | null;
}

/**
 * Mehrotra's predictor-corrector method with Nesterov-Todd scaling, from an infeasible start.
 *
 * @remarks
 * The answer guides: bounds are taken from it by {@link file://./lagrangian-bound.ts}, which needs no accuracy to be valid.
 * Cost: 10 to 25 steps of O(blocks * size^3 + wide columns * variables).
 */
export function solveConeProgram(program: ConeProgram, tolerance = 1e-9, mostSteps = 60): ConeSolution {
  const { cost, rows, halfLines, coneStart, equalities } = program;
  const m = rows.count;
  const degree = halfLines + Math.max(0, coneStart.length - 1);
  const scaling = new ConeScaling(m, halfLines, coneStart);
  const system = new NewtonSystem(program, scaling);
  const w = new Float64Array(cost.length);
  const y = new Float64Array(equalities.count);
  const s = new Float64Array(m);
  const z = new Float64Array(m);
  const vector = () => new Float64Array(m);
  const [bz, ds, dz, dsAffine, dzAffine, t1, t2, t3] = [
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
    vector(),
  ];
  const dw = new Float64Array(cost.length);
  const dy = new Float64Array(equalities.count);
  const rx = new Float64Array(cost.length);
  const ry = new Float64Array(equalities.count);
  const rz = new Float64Array(m);

  const [cw, cy, cz] = [new Float64Array(cost.length), new Float64Array(equalities.count), vector()];
  const [ew, ey, ez] = [new Float64Array(cost.length), new Float64Array(equalities.count), vector()];

  /** `H x + A' y = rw + G' W^-2 rz, A x = ry`, and the cone part of the answer. */
  const solveOnce = (rw: Float64Array, rightY: Float64Array, rightZ: Float64Array) => {
    scaling.applyInverse(rightZ, t1);
    scaling.applyInverse(t1, t2);
    cw.set(rw);
    addTransposed(rows, t2, 1, cw);
    cy.set(rightY);
    system.solve(cw, cy);
    multiply(rows, cw, t1);
    for (let r = 0; r < m; r++) t1[r] = (t1[r] as number) - (rightZ[r] as number);
    scaling.applyInverse(t1, t2);
    scaling.applyInverse(t2, cz);
  };

  /** Solves the scaled Newton equations for right sides (px, py, bz), refined against their own residual. */
  const step = (px: Float64Array, py: Float64Array) => {
    solveOnce(px, py, bz);
    dw.set(cw);
    dy.set(cy);
    dz.set(cz);
    let last = Number.POSITIVE_INFINITY;
    for (let refinement = 0; refinement < 4; refinement++) {
      ew.set(px);
      addTransposed(rows, dz, -1, ew);
      addTransposed(equalities, dy, -1, ew);
      multiply(equalities, dw, ey);
      for (let r = 0; r < ey.length; r++) ey[r] = (py[r] as number) - (ey[r] as number);
      multiply(rows, dw, ez);
      scaling.apply(dz, t1);
      scaling.apply(t1, t2);
      for (let r = 0; r < m; r++) ez[r] = (bz[r] as number) - (ez[r] as number) + (t2[r] as number);
      const error = norm(ew) + norm(ey) + norm(ez);
      if (error < 1e-13 * (norm(px) + norm(py) + norm(bz)) || !(error < last / 2)) break;
      last = error;
      solveOnce(ew, ey, ez);
      advance(dw, cw, 1);
      advance(dy, cy, 1);
      advance(dz, cz, 1);
    }
  };

  // start: the least-squares primal and dual points, pushed inside the cones
  scaling.reset();
  system.factor();
  bz.set(rows.right);
  step(new Float64Array(cost.length), equalities.right);
  w.set(dw);
  for (let r = 0; r < m; r++) s[r] = -(dz[r] as number);
  pushInside(s, halfLines, coneStart);
  bz.fill(0);
  step(
    cost.map((c) => -c),
    new Float64Array(equalities.count),
  );
  z.set(dz);
  y.set(dy);
  pushInside(z, halfLines, coneStart);

  const rightNorm = Math.max(1, norm(rows.right));
  const costNorm = Math.max(1, norm(cost));
  let best = { merit: Number.POSITIVE_INFINITY, gap: 1, residual: 1, w: w.slice(), y: y.slice(), z: z.slice() };
  let steps = 0;
  let last: ConeSolution['last'] = null;
  for (; steps < mostSteps; steps++) {
    rx.set(cost);
    addTransposed(rows, z, 1, rx);
    addTransposed(equalities, y, 1, rx);
    multiply(rows, w, rz);
    for (let r = 0; r < m; r++) rz[r] = (rz[r] as number) + (s[r] as number) - (rows.right[r] as number);
    multiply(equalities, w, ry);
    for (let r = 0; r < ry.length; r++) ry[r] = (ry[r] as number) - (equalities.right[r] as number);
    const complementarity = dot(s, z);
    const value = dot(cost, w);
    const gap = complementarity / Math.max(1e-6, Math.abs(value));
    const residual = Math.max(norm(rx) / costNorm, norm(rz) / rightNorm, norm(ry) / rightNorm);
    const merit = Math.max(gap, residual);
    if (merit < best.merit) {
      best = { merit, gap, residual, w: w.slice(), y: y.slice(), z: z.slice() };
      if (merit < tolerance) break;
    } else if (!(merit < 1e3 * best.merit) && best.merit < 1e-4) break;
    if (!Number.isFinite(merit)) break;
    last = merit > best.merit ? { z: z.slice(), y: y.slice() } : null;

    scaling.update(s, z);
    system.factor();
    const lambda = scaling.lambda;
    const mu = complementarity / degree;
    // predictor
    for (let r = 0; r < m; r++) bz[r] = (s[r] as number) - (rz[r] as number);
    const px = rx.map((v) => -v);
    const py = ry.map((v) => -v);
    step(px, py);
    dzAffine.set(dz);
    multiply(rows, dw, dsAffine);
    for (let r = 0; r < m; r++) dsAffine[r] = -(rz[r] as number) - (dsAffine[r] as number);
    const affine = Math.min(1, reach(s, dsAffine, halfLines, coneStart), reach(z, dzAffine, halfLines, coneStart));
    const sigma = (1 - affine) ** 3;
    // corrector
    scaling.applyInverse(dsAffine, t1);
    scaling.apply(dzAffine, t2);
    scaling.product(t1, t2, t3);
    scaling.product(lambda, lambda, t1);
    for (let r = 0; r < m; r++) t1[r] = -(t1[r] as number) - (t3[r] as number);
    for (let r = 0; r < halfLines; r++) t1[r] = (t1[r] as number) + sigma * mu;
    for (let k = 0; k + 1 < coneStart.length; k++) {
      const head = coneStart[k] as number;
      t1[head] = (t1[head] as number) + sigma * mu;
    }
    scaling.divide(t1, t2);
    scaling.apply(t2, t3);
    for (let r = 0; r < m; r++) bz[r] = -(1 - sigma) * (rz[r] as number) - (t3[r] as number);
    for (let i = 0; i < px.length; i++) px[i] = -(1 - sigma) * (rx[i] as number);
    for (let i = 0; i < py.length; i++) py[i] = -(1 - sigma) * (ry[i] as number);
    step(px, py);
    multiply(rows, dw, ds);
    for (let r = 0; r < m; r++) ds[r] = -(1 - sigma) * (rz[r] as number) - (ds[r] as number);
    const length = Math.min(1, 0.99 * Math.min(reach(s, ds, halfLines, coneStart), reach(z, dz, halfLines, coneStart)));
    if (!(length > 1e-10)) break;
    advance(w, dw, length);
    advance(y, dy, length);
    advance(s, ds, length);
    advance(z, dz, length);
  }
  return { w: best.w, z: best.z, y: best.y, gap: best.gap, residual: best.residual, steps, last };
}

function pushInside(x: Float64Array, halfLines: number, coneStart: Int32Array): void {
  let deepest = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < halfLines; r++) deepest = Math.max(deepest, -(x[r] as number));
  for (let k = 0; k + 1 < coneStart.length; k++) {
    const from = coneStart[k] as number;
    let squares = 0;
    for (let r = from + 1; r < (coneStart[k + 1] as number); r++) squares += (x[r] as number) ** 2;
    deepest = Math.max(deepest, Math.sqrt(squares) - (x[from] as number));
  }
  if (deepest < -1e-8 * Math.max(1, norm(x))) return;
  for (let r = 0; r < halfLines; r++) x[r] = (x[r] as number) + 1 + deepest;
  for (let k = 0; k + 1 < coneStart.length; k++) {
    const from = coneStart[k] as number;
    x[from] = (x[from] as number) + 1 + deepest;
  }
}

/** Largest step along d that stays in the cones. */
function reach(x: Float64Array, d: Float64Array, halfLines: number, coneStart: Int32Array): number {
  let step = Number.POSITIVE_INFINITY;
  for (let r = 0; r < halfLines; r++) {
    if ((d[r] as number) < 0) step = Math.min(step, -(x[r] as number) / (d[r] as number));
  }
  for (let k = 0; k + 1 < coneStart.length; k++) {
    const from = coneStart[k] as number;
    const x0 = x[from] as number;
    const d0 = d[from] as number;
    let xx = 0;
    let xd = x0 * d0;
    let dd = d0 * d0;
    for (let r = from + 1; r < (coneStart[k + 1] as number); r++) {
      xx += (x[r] as number) ** 2;
      xd -= (x[r] as number) * (d[r] as number);
      dd -= (d[r] as number) ** 2;
    }
    const root = Math.sqrt(xx);
    const c = Math.max((x0 - root) * (x0 + root), 0);
    // c + 2 xd a + dd a^2 = 0, smallest positive a
    const discriminant = xd * xd - dd * c;
    if (dd < 0 || (xd < 0 && discriminant >= 0)) {
      const a = c / (-xd + Math.sqrt(Math.max(discriminant, 0)));
      if (a > 0) step = Math.min(step, a);
      else step = 0;
    }
    if (d0 < 0) step = Math.min(step, -x0 / d0);
  }
  return step;
}

function advance(x: Float64Array, d: Float64Array, length: number): void {
  for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + length * (d[i] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
