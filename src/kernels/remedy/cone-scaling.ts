/**
 * Nesterov-Todd scaling of a product of half-lines and second-order cones: `W z = W^-1 s = lambda`.
 *
 * @see Andersen, Dahl, Liu, Vandenberghe, "Interior-point methods for large-scale cone programming" (2011), section 4.
 */
export class ConeScaling {
  readonly halfLines: number;
  readonly coneStart: Int32Array;
  readonly lambda: Float64Array;
  /** Half-lines: the scale d. Cones: the unit hyperbolic vector. */
  readonly point: Float64Array;
  /** Scale of each cone. */
  readonly eta: Float64Array;

  constructor(rows: number, halfLines: number, coneStart: Int32Array) {
    this.halfLines = halfLines;
    this.coneStart = coneStart;
    this.lambda = new Float64Array(rows);
    this.point = new Float64Array(rows);
    this.eta = new Float64Array(Math.max(0, coneStart.length - 1));
  }

  /** The identity scaling, for the starting point. */
  reset(): void {
    this.point.fill(0);
    this.point.fill(1, 0, this.halfLines);
    this.eta.fill(1);
    for (let k = 0; k < this.eta.length; k++) this.point[this.coneStart[k] as number] = 1;
  }

  update(s: Float64Array, z: Float64Array): void {
    const { point, eta, coneStart, lambda } = this;
    for (let r = 0; r < this.halfLines; r++) {
      point[r] = Math.sqrt((s[r] as number) / (z[r] as number));
      lambda[r] = Math.sqrt((s[r] as number) * (z[r] as number));
    }
    for (let k = 0; k < eta.length; k++) {
      const from = coneStart[k] as number;
      const to = coneStart[k + 1] as number;
      const sj = Math.sqrt(hyperbolicNorm2(s, from, to));
      const zj = Math.sqrt(hyperbolicNorm2(z, from, to));
      let dot = 0;
      for (let r = from; r < to; r++) dot += ((s[r] as number) / sj) * ((z[r] as number) / zj);
      const gamma = Math.sqrt((1 + dot) / 2);
      for (let r = from; r < to; r++) {
        const sign = r === from ? 1 : -1;
        point[r] = ((s[r] as number) / sj + (sign * (z[r] as number)) / zj) / (2 * gamma);
      }
      eta[k] = Math.sqrt(sj / zj);
    }
    this.apply(z, lambda);
  }

  /** `out = W x`. */
  apply(x: Float64Array, out: Float64Array): Float64Array {
    return this.#scale(x, out, 1);
  }

  /** `out = W^-1 x`. */
  applyInverse(x: Float64Array, out: Float64Array): Float64Array {
    return this.#scale(x, out, -1);
  }

  #scale(x: Float64Array, out: Float64Array, direction: 1 | -1): Float64Array {
    const { point, eta, coneStart } = this;
    for (let r = 0; r < this.halfLines; r++) {
      out[r] = direction === 1 ? (x[r] as number) * (point[r] as number) : (x[r] as number) / (point[r] as number);
    }
    for (let k = 0; k < eta.length; k++) {
      const from = coneStart[k] as number;
      const to = coneStart[k + 1] as number;
      const w0 = point[from] as number;
      const x0 = x[from] as number;
      let dot = 0;
      for (let r = from + 1; r < to; r++) dot += (point[r] as number) * (x[r] as number);
      const factor = direction === 1 ? (eta[k] as number) : 1 / (eta[k] as number);
      const tail = direction * x0 + dot / (1 + w0);
      for (let r = from + 1; r < to; r++) out[r] = factor * ((x[r] as number) + tail * (point[r] as number));
      out[from] = factor * (w0 * x0 + direction * dot);
    }
    return out;
  }

  /** `out = lambda \ d` in the Jordan algebra, so that `lambda o out = d`. */
  divide(d: Float64Array, out: Float64Array): Float64Array {
    const { lambda, coneStart, eta } = this;
    for (let r = 0; r < this.halfLines; r++) out[r] = (d[r] as number) / (lambda[r] as number);
    for (let k = 0; k < eta.length; k++) {
      const from = coneStart[k] as number;
      const to = coneStart[k + 1] as number;
      const l0 = lambda[from] as number;
      let dot = 0;
      for (let r = from + 1; r < to; r++) dot += (lambda[r] as number) * (d[r] as number);
      const x0 = (l0 * (d[from] as number) - dot) / hyperbolicNorm2(lambda, from, to);
      for (let r = from + 1; r < to; r++) out[r] = ((d[r] as number) - x0 * (lambda[r] as number)) / l0;
      out[from] = x0;
    }
    return out;
  }

  /** `out = x o y` in the Jordan algebra. */
  product(x: Float64Array, y: Float64Array, out: Float64Array): Float64Array {
    const { coneStart, eta } = this;
    for (let r = 0; r < this.halfLines; r++) out[r] = (x[r] as number) * (y[r] as number);
    for (let k = 0; k < eta.length; k++) {
      const from = coneStart[k] as number;
      const to = coneStart[k + 1] as number;
      const x0 = x[from] as number;
      const y0 = y[from] as number;
      let dot = x0 * y0;
      for (let r = from + 1; r < to; r++) {
        dot += (x[r] as number) * (y[r] as number);
        out[r] = x0 * (y[r] as number) + y0 * (x[r] as number);
      }
      out[from] = dot;
    }
    return out;
  }
}

/** `x0^2 - |x1|^2`, kept away from cancellation by factoring. */
export function hyperbolicNorm2(x: Float64Array, from: number, to: number): number {
  let squares = 0;
  for (let r = from + 1; r < to; r++) squares += (x[r] as number) ** 2;
  const norm = Math.sqrt(squares);
  const head = x[from] as number;
  return Math.max((head - norm) * (head + norm), head * head * 1e-30 + 1e-300);
}
