/**
 * Sum with Neumaier's correction: an error of about one unit in the last place, whatever the number of terms.
 *
 * @remarks NaN terms are left out. The fused loops of this folder carry the same correction in local variables, which the
 * engine keeps in registers.
 * @example compensatedSum([1e16, 1, -1e16]) // 1
 */
export function compensatedSum(terms: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as number;
    if (term !== term) continue;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}
