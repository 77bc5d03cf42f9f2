import { nationCode } from '#core/codes';

/** Areas whose code does not say where they stand, such as development zones, with the area above each. */
export type OddAreas = ReadonlyMap<string, string>;

/** Above this many steps a chain of odd areas is a ring. */
const mostSteps = 20;

/** What all codes at or below an area begin with; '' for the nation. */
export function prefixOf(area: string): string {
  if (area.length !== 6 || !area.endsWith('00')) return area;
  if (area === nationCode) return '';
  return area.endsWith('0000') ? area.slice(0, 2) : area.slice(0, 4);
}

/**
 * Whether an area is the other one or lies below it: by the digits of its code (GB/T 2260), or by the tree where they say nothing.
 *
 * @example isWithin('341181001', '341100', new Map()) // true
 */
export function isWithin(area: string, above: string, odd: OddAreas): boolean {
  if (above === nationCode) return true;
  const prefix = prefixOf(above);
  for (let at: string | undefined = area, steps = 0; at !== undefined && steps < mostSteps; steps += 1) {
    if (at === above || (isCoded(at) && isCoded(above) && at.startsWith(prefix))) return true;
    at = odd.get(at) ?? (at.length === 9 ? at.slice(0, 6) : undefined);
  }
  return false;
}

/** The odd areas below an area that its prefix does not reach. */
export function oddBelow(above: string, odd: OddAreas): readonly string[] {
  const prefix = prefixOf(above);
  const reached = (code: string) => isCoded(above) && isCoded(code) && code.startsWith(prefix);
  return [...odd.keys()].filter((code) => code !== above && !reached(code) && isWithin(code, above, odd));
}

function isCoded(code: string): boolean {
  return code.length === 6 || code.length === 9;
}
