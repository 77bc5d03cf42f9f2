import { distanceM } from '#kernels/datum';
import { errors } from './errors.ts';

interface Placed {
  readonly id: string;
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly metres: number | null;
}

/** Position of each id. */
export function positions(list: readonly { readonly id: string }[], name: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [i, { id }] of list.entries()) {
    if (found.has(id)) throw errors.twice({ list: name, id });
    found.set(id, i);
  }
  return found;
}

export function positionOf(found: ReadonlyMap<string, number>, id: string, place: string): number {
  const at = found.get(id);
  if (at === undefined) throw errors.unknownId({ place, id });
  return at;
}

/** Metres from each to each, `from * tos.length + to`: as listed, else straight times `detour`; Infinity = no way. */
export function measureWays(
  froms: readonly Placed[],
  tos: readonly Placed[],
  ways: readonly Way[],
  detour: number,
): Float64Array {
  const fromAt = positions(froms, 'from');
  const toAt = positions(tos, 'to');
  for (const one of [...froms, ...tos]) refuseSwapped(one);
  const metres = new Float64Array(froms.length * tos.length).fill(Number.NaN);
  for (const [i, { from, to, metres: length }] of ways.entries()) {
    const at = positionOf(fromAt, from, `ways[${i}].from`) * tos.length + positionOf(toAt, to, `ways[${i}].to`);
    metres[at] = length ?? Number.POSITIVE_INFINITY;
  }
  for (const [i, from] of froms.entries()) {
    for (const [j, to] of tos.entries()) {
      const at = i * tos.length + j;
      if (Number.isNaN(metres[at])) metres[at] = detour * straight(from, to);
    }
  }
  return metres;
}

function straight(from: Placed, to: Placed): number {
  if (from.lng === undefined || from.lat === undefined || to.lng === undefined || to.lat === undefined) {
    throw errors.noWay({ from: from.id, to: to.id });
  }
  return distanceM({ lng: from.lng, lat: from.lat }, { lng: to.lng, lat: to.lat });
}

/** China lies between 73° and 135° east and 3° and 54° north: the other way round is a mistake. */
function refuseSwapped({ id, lng, lat }: Placed): void {
  if (lng === undefined || lat === undefined) return;
  if (lng >= 3 && lng <= 54 && lat >= 73) throw errors.swapped({ place: id, lng, lat });
}
