/**
 * Smallest addition y with `scale * (current + share * y) / pupils >= threshold`, compared unrounded in floating point.
 *
 * @remarks
 * y is a multiple of `grain` (0 = any amount) and negative where there is a surplus.
 * The comparison is the correctly rounded quotient, so 42 teachers for 1000 pupils do reach 4.2 for each hundred.
 */
export function leastAddition(
  current: number,
  share: number,
  pupils: number,
  scale: number,
  threshold: number,
  grain: number,
): number {
  const reaches = (y: number) => (scale * (current + share * y)) / pupils >= threshold;
  const exact = ((threshold * pupils) / scale - current) / share;
  if (grain > 0) {
    let steps = Math.ceil(exact / grain - 1e-9);
    while (!reaches(steps * grain)) steps++;
    while (reaches((steps - 1) * grain)) steps--;
    return steps * grain + 0;
  }
  let y = exact;
  const ulp = Math.max(Math.abs(exact), Math.abs(current / share), Number.MIN_VALUE) * 2 ** -53;
  for (let bump = 1; !reaches(y); bump *= 2) y = exact + bump * ulp;
  return y + 0;
}
