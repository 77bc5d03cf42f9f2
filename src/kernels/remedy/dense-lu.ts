/** Factors a square matrix in place with row exchanges; a vanishing pivot is replaced by a tiny one. */
export function factorDense(m: Float64Array, size: number, pivot: Int32Array): void {
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let i = k + 1; i < size; i++) {
      if (Math.abs(m[i * size + k] as number) > Math.abs(m[best * size + k] as number)) best = i;
    }
    pivot[k] = best;
    if (best !== k) {
      for (let j = 0; j < size; j++) {
        const keep = m[k * size + j] as number;
        m[k * size + j] = m[best * size + j] as number;
        m[best * size + j] = keep;
      }
    }
    if (m[k * size + k] === 0) m[k * size + k] = 1e-300;
    const head = m[k * size + k] as number;
    for (let i = k + 1; i < size; i++) {
      const f = (m[i * size + k] as number) / head;
      m[i * size + k] = f;
      if (f === 0) continue;
      for (let j = k + 1; j < size; j++)
        m[i * size + j] = (m[i * size + j] as number) - f * (m[k * size + j] as number);
    }
  }
}

/** Solves with the factors of {@link factorDense}, in place. */
export function solveDense(m: Float64Array, size: number, pivot: Int32Array, x: Float64Array): void {
  for (let k = 0; k < size; k++) {
    const other = pivot[k] as number;
    const keep = x[k] as number;
    x[k] = x[other] as number;
    x[other] = keep;
  }
  for (let i = 0; i < size; i++) {
    let sum = x[i] as number;
    for (let j = 0; j < i; j++) sum -= (m[i * size + j] as number) * (x[j] as number);
    x[i] = sum;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let j = i + 1; j < size; j++) sum -= (m[i * size + j] as number) * (x[j] as number);
    x[i] = sum / (m[i * size + i] as number);
  }
}
