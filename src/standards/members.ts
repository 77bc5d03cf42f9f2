import { ancestorsAt } from './area-tree.ts';
import type { AreaTable, EvaluationInput } from './input.ts';
import type { Comparing } from './options.ts';

/** One group whose members are compared. */
export interface Group {
  /** A row of the area table, or -1. */
  readonly area: number;
  readonly name: string | null;
}

/** Who is compared with whom, for every unit. */
export interface Membership {
  readonly groups: readonly Group[];
  /** The group of each unit, or -1. */
  readonly groupOf: Int32Array;
  /** The member of each unit, or -1; null where every school is a member by itself. */
  readonly memberOf: Int32Array | null;
  /** The group of each member; null where every school is a member by itself. */
  readonly groupOfMember: Int32Array | null;
}

/** Numbers the groups and members of a comparison. Units without the attribute, or outside any such area, stay out. */
export const membership = (input: EvaluationInput, comparing: Comparing): Membership => {
  const { size } = input.units;
  const groupKeys = keysOf(input, comparing.groups);
  const numbers = new Map<number | string, number>();
  const groups: Group[] = [];
  const groupOf = new Int32Array(size).fill(-1);
  for (let unit = 0; unit < size; unit++) {
    const key = groupKeys(unit);
    if (key === null) continue;
    let number = numbers.get(key);
    if (number === undefined) {
      number = groups.length;
      numbers.set(key, number);
      groups.push(typeof key === 'number' ? { area: key, name: null } : { area: -1, name: key });
    }
    groupOf[unit] = number;
  }
  if (comparing.members === 'school') return { groups, groupOf, memberOf: null, groupOfMember: null };

  const memberKeys = keysOf(input, comparing.members);
  const memberNumbers = new Map<string, number>();
  const memberOf = new Int32Array(size).fill(-1);
  const groupOfMember: number[] = [];
  for (let unit = 0; unit < size; unit++) {
    const group = groupOf[unit] as number;
    const key = memberKeys(unit);
    if (group < 0 || key === null) continue;
    const full = `${group}|${key}`;
    let number = memberNumbers.get(full);
    if (number === undefined) {
      number = groupOfMember.length;
      memberNumbers.set(full, number);
      groupOfMember.push(group);
    }
    memberOf[unit] = number;
  }
  return { groups, groupOf, memberOf, groupOfMember: Int32Array.from(groupOfMember) };
};

const keysOf = (
  input: EvaluationInput,
  by: AreaTable['level'][number] | { readonly attribute: string },
): ((unit: number) => number | string | null) => {
  if (typeof by === 'string') {
    const above = ancestorsAt(input.areas, by);
    return (unit) => {
      const area = above[input.units.county[unit] as number] ?? -1;
      return area < 0 ? null : area;
    };
  }
  const values = input.units.attributes[by.attribute];
  return (unit) => {
    const value = values?.[unit] ?? null;
    return value === null ? null : String(value);
  };
};
