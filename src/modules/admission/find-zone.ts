import type { AdmissionRules, RulesZone } from './rules-schema.ts';

/**
 * The zone of an address: the road stands in the text, and the house number after it lies in the zone's range and on its side.
 *
 * @returns undefined where no zone holds the address, or the number that decides is missing
 * @example findZone(rules.zones, '虚构玉川街道虚构路16号2单元301') // the zone of that road
 */
export function findZone(zones: AdmissionRules['zones'], address: string): RulesZone | undefined {
  const text = address.normalize('NFKC').replaceAll(/\s/g, '');
  return zones.find((zone) =>
    zone.addresses.some(({ road, from, to, side }) => {
      const at = text.indexOf(road);
      if (at < 0) return false;
      const number = Number(/^(\d{1,5})/.exec(text.slice(at + road.length))?.[1]);
      if (!Number.isInteger(number)) return from === 1 && to >= 99_999 && side === 'both';
      return number >= from && number <= to && (side === 'both' || (number % 2 === 0) === (side === 'even'));
    }),
  );
}

/** The schools a child of this address may choose: those of the zone, and private ones, which the whole county may ask. */
export function eligibleSchools(rules: AdmissionRules, zone: RulesZone | undefined): readonly string[] {
  return rules.schools
    .filter(({ unit, kind }) => kind === 'private' || rules.zones.length === 0 || zone?.schools.includes(unit) === true)
    .map(({ unit }) => unit);
}
