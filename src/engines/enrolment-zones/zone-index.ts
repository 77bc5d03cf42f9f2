import type { Candidate, Located, Residence, ZoneRule } from './model.ts';
import { holds, isEvery, plainText } from './number-set.ts';

/** Rules by place, asked for one residence at a time. */
export class ZoneIndex {
  private readonly byPlace = new Map<string, ZoneRule[]>();
  private readonly byDistrict = new Map<string, ZoneRule[]>();

  constructor(rules: readonly ZoneRule[]) {
    for (const rule of rules) {
      const [index, key] =
        rule.place === null ? [this.byDistrict, rule.district ?? ''] : [this.byPlace, plainText(rule.place)];
      index.set(key, [...(index.get(key) ?? []), rule]);
    }
  }

  /**
   * The schools of a residence for a stage on a day (a plain date; absent = rules of any time).
   *
   * @remarks A street with its doors is more particular than a village, a village than a whole district: the first that has rules
   * decides. Free choice never makes a place belong to a school.
   */
  locate(residence: Residence, stage: string, date?: string): Located {
    let reason: Extract<Located, { kind: 'noRule' }>['reason'] = 'unknownPlace';
    for (const [rules, number] of this.rulesFor(residence)) {
      const ofStage = rules.filter(
        (rule) =>
          rule.stage === stage &&
          (rule.district === null || residence.district === undefined || rule.district === residence.district),
      );
      if (ofStage.length === 0) continue;
      const inForce = ofStage.filter(
        ({ from, until }) =>
          date === undefined || ((from === null || from <= date) && (until === null || date <= until)),
      );
      if (inForce.length === 0) {
        reason = 'notInForce';
        continue;
      }
      if (number === undefined && inForce.some(({ numbers }) => !isEvery(numbers))) {
        reason = 'numberNeeded';
        continue;
      }
      const found = inForce.filter(({ numbers }) => number === undefined || holds(numbers, number));
      if (found.length > 0) return answer(found);
      reason = 'numberNotCovered';
    }
    return { kind: 'noRule', reason };
  }

  private *rulesFor({ street, door, village, neighbourhood, district }: Residence) {
    const doors = street === undefined ? [] : (this.byPlace.get(plainText(street)) ?? []);
    yield [doors.filter(({ counts }) => counts === 'door'), door] as const;
    const villages = village === undefined ? [] : (this.byPlace.get(plainText(village)) ?? []);
    yield [villages.filter(({ counts }) => counts === 'neighbourhood'), neighbourhood] as const;
    if (district !== undefined) yield [this.byDistrict.get(district) ?? [], undefined] as const;
  }
}

function answer(rules: readonly ZoneRule[]): Located {
  const candidates = new Map<string, Candidate>();
  // what belongs stands before what may be chosen
  for (const basis of ['basic', 'free'] as const) {
    for (const rule of rules) {
      if (rule.basis !== basis) continue;
      for (const school of rule.schools) {
        if (candidates.has(school)) continue;
        candidates.set(school, { school, basis, condition: rule.condition, source: rule.source });
      }
    }
  }
  const list = [...candidates.values()];
  const basic = list.filter(({ basis }) => basis === 'basic');
  const only = basic.length === 1 ? basic[0] : list.length === 1 ? list[0] : undefined;
  if (only === undefined || list.some(({ condition }) => condition !== null)) {
    return { kind: 'several', candidates: list };
  }
  return { kind: 'school', school: only.school, candidates: list };
}
