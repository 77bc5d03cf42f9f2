/** What adding and converting leaves behind the 14th digit is no fraction of a fen. */
const noise = 1e-14;

/**
 * An amount in yuan as the double nearest to its whole fen, so that it stands for exactly one amount up to 9 × 10^13 yuan.
 *
 * @example wholeFen(0.1 + 0.2) // 0.3
 */
export function wholeFen(yuan: number): number {
  return Math.sign(yuan) * (Math.round(Math.abs(yuan) * 100) / 100);
}

/** Whether an amount in yuan has more than whole fen. */
export function hasFractionOfFen(yuan: number): boolean {
  return Math.abs(yuan - wholeFen(yuan)) > Math.abs(yuan) * noise;
}
