import { decomposeTheil, measureGroups } from '#kernels/inequality';
import type { EvaluationInput, Words } from '#standards';
import type { TheilSplit } from './contract.ts';
import type { CoefficientMembers } from './drivers.ts';
import { type PlaceNames, valueName } from './value-name.ts';

/** Inequality of one indicator split by town and country, ownership, township, school group and county: within and between. */
export function splitTheil(input: EvaluationInput, members: CoefficientMembers, places: PlaceNames): TheilSplit[] {
  const by = ['urbanRural', 'ownership', 'township', 'group', 'county'] as const;
  return by.flatMap((attribute) => {
    const keys = [...members.unit].map((unit) => keyOf(input, unit, attribute));
    const names = [...new Set(keys)].sort();
    if (names.length < 2) return [];
    const group = Int32Array.from(keys, (key) => names.indexOf(key));
    const { total, within, between } = decomposeTheil(members.value, members.weight, group, names.length);
    if (Number.isNaN(total)) return [];
    const measures = measureGroups(members.value, members.weight, group, names.length);
    const groups = names.map((key, g) => ({
      key,
      name: nameOf(input, attribute, key, places),
      schools: measures.count[g] as number,
      pupils: measures.weight[g] as number,
      mean: measures.mean[g] as number,
      theil: (measures.theil[g] as number) || 0,
    }));
    return [{ by: attribute, total, within, between, groups }];
  });
}

function keyOf(input: EvaluationInput, unit: number, attribute: TheilSplit['by']): string {
  if (attribute === 'county') return input.areas.code[input.units.county[unit] as number] ?? '';
  return String(input.units.attributes[attribute]?.[unit] ?? '');
}

function nameOf(input: EvaluationInput, attribute: TheilSplit['by'], key: string, places: PlaceNames): Words {
  if (attribute === 'county') {
    const name = input.areas.name[input.areas.code.indexOf(key)] ?? key;
    return { zh: name, en: name };
  }
  return valueName(key, places);
}
