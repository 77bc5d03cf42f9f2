import type { LocalText } from '#core/locale';
import type { DistrictingBroken } from '#kernels/districting';
import type { BrokenRule } from '#kernels/location';
import type { SitingFile, ZoningFile } from './shapes.ts';

/** The rule that no plan keeps, in words, and what it concerns. */
export interface Told extends LocalText {
  readonly rule: string;
  readonly ids: readonly string[];
}

type Listed = readonly { readonly id: string }[];

const idsOf = (list: Listed, at: readonly number[]) => at.map((i) => list[i]?.id ?? '');

export function tellSitingBroken(broken: BrokenRule, { places }: Pick<SitingFile, 'places'>): Told {
  const told = (ids: readonly string[], zh: string, en: string): Told => ({ rule: broken.rule, ids, zh, en });
  switch (broken.rule) {
    case 'unreachable':
      return told(
        idsOf(places, broken.customers),
        `有 ${broken.customers.length} 处在路程限制内没有任何候选点。请放宽限制或增加候选点。`,
        `${broken.customers.length} places have no site within the limit. Widen the limit or add sites.`,
      );
    case 'tooLarge':
      return told(
        idsOf(places, broken.customers),
        `有 ${broken.customers.length} 处的儿童多于任何一个可去学校的学位。请拆分这些点或增加学位。`,
        `${broken.customers.length} places have more children than any school they may go to has seats. Divide them or add seats.`,
      );
    case 'fixedSites':
      return told(
        [],
        `现有学校有 ${broken.fixed} 所，多于允许开放的 ${broken.open} 所。`,
        `${broken.fixed} sites exist already, more than the ${broken.open} that may be open.`,
      );
    case 'budget':
      return told(
        [],
        `至少需要 ${broken.needed / 100} 元，预算只有 ${broken.budget / 100} 元。`,
        `At least ${broken.needed / 100} yuan are needed; the budget is ${broken.budget / 100}.`,
      );
    case 'capacity':
      return told(
        [],
        `允许开放的学校最多容纳 ${broken.capacity} 人，儿童有 ${broken.demand} 人。请多开学校或增加学位。`,
        `The sites that may be open hold ${broken.capacity}; there are ${broken.demand} children. Open more or add seats.`,
      );
    case 'reach':
      return told(
        [],
        `只开 ${broken.open} 所，至少有 ${broken.uncovered} 处超出路程限制。`,
        `With ${broken.open} sites at least ${broken.uncovered} places stay beyond the limit.`,
      );
    case 'together':
      return told(
        [],
        '每条规则单独都能满足，合在一起不能。请放宽其中一条。',
        'Each rule can be kept alone, but not all together. Relax one of them.',
      );
  }
}

export function tellZoningBroken(broken: DistrictingBroken, { units, schools }: ZoningFile): Told {
  const told = (ids: readonly string[], zh: string, en: string): Told => ({ rule: broken.rule, ids, zh, en });
  switch (broken.rule) {
    case 'cutOff':
      return told(
        idsOf(units, broken.units),
        `有 ${broken.units.length} 个单元与任何学校都不相连。请补上相邻关系，或为它们设学校。`,
        `${broken.units.length} units are connected to no school. Add the missing neighbours, or a school.`,
      );
    case 'sharedUnit':
      return told(
        idsOf(schools, broken.zones),
        `有 ${broken.zones.length} 所学校在同一个单元。请拆分该单元，或先合并这些学校。`,
        `${broken.zones.length} schools stand in one unit. Divide the unit, or join the schools.`,
      );
    case 'pinned':
      return told(
        [...idsOf(units, [broken.unit]), ...idsOf(schools, [broken.zone])],
        '该单元固定给了一所它连不到的学校。请取消固定。',
        'The unit is pinned to a school to which it cannot be connected. Unpin it.',
      );
    case 'pinnedSeats':
      return told(
        idsOf(schools, [broken.zone]),
        `固定给该校的儿童有 ${broken.children} 人，学位只有 ${broken.seats} 个。`,
        `${broken.children} children are pinned to a school of ${broken.seats} seats.`,
      );
    case 'seats':
      return told(
        idsOf(schools, broken.zones),
        `这些学校共有 ${broken.seats} 个学位，儿童有 ${broken.children} 人。请增加学位。`,
        `These schools have ${broken.seats} seats for ${broken.children} children. Add seats.`,
      );
    case 'least':
      return told(
        idsOf(schools, broken.zones),
        `这些学校至少要 ${broken.least} 人，儿童只有 ${broken.children} 人。请降低最低人数。`,
        `These schools need at least ${broken.least} children; there are ${broken.children}. Lower the least.`,
      );
    case 'largeUnit':
      return told(
        idsOf(units, [broken.unit]),
        `该单元有 ${broken.children} 人，最大的学校只有 ${broken.seats} 个学位。请拆分该单元。`,
        `The unit has ${broken.children} children, the largest school ${broken.seats} seats. Divide the unit.`,
      );
  }
}
