import { passesOn } from './market.ts';

/** The seat groups of one school, as they go into a market. */
export interface SeatGroups {
  readonly seats: Int32Array;
  readonly only: Uint32Array;
  readonly rule: Uint8Array;
  /** Groups × kinds. */
  readonly most: Int32Array;
}

/**
 * Floors and ceilings by kind as soft bounds: seats go first to fill the floors, then to kinds below their ceiling, then to anyone;
 * no seat stays empty for a bound.
 *
 * @param floors per kind, their sum at most `seats`
 * @param ceilings per kind, at least the floor
 * @param traits per kind the trait bit that all of the kind and nobody else has
 * @throws RangeError where the floors do not fit or a ceiling lies below its floor
 * @source Ehlers, Hafalir, Yenmez and Yildirim, School choice with controlled choice constraints: hard bounds versus soft bounds, 2014
 * @example softBounds(100, [30, 0], [100, 40], [1, 2])
 */
export function softBounds(
  seats: number,
  floors: readonly number[],
  ceilings: readonly number[],
  traits: readonly number[],
): SeatGroups {
  const kinds = floors.length;
  const reserved = floors.reduce((sum, floor) => sum + floor, 0);
  if (reserved > seats) throw new RangeError(`the floors take ${reserved} of ${seats} seats`);
  if (floors.some((floor, k) => floor < 0 || (ceilings[k] ?? -1) < floor)) {
    throw new RangeError('each kind needs 0 <= floor <= ceiling');
  }
  const most = new Int32Array((kinds + 2) * kinds).fill(-1);
  for (let k = 0; k < kinds; k++) most[kinds * kinds + k] = (ceilings[k] as number) - (floors[k] as number);
  return {
    seats: Int32Array.from([...floors, seats - reserved, 0]),
    only: Uint32Array.from([...traits, 0, 0]),
    rule: new Uint8Array(kinds + 2).fill(passesOn, 0, kinds + 1),
    most,
  };
}
