import type { Verdict } from '#standards';
import type { Change } from './contract.ts';
import type { Evaluated } from './model.ts';

/** Every verdict of one area that is not what it was in an earlier evaluation; for the worse first. */
export function changesBetween(
  before: Evaluated,
  after: Evaluated,
  area: number,
  isInside: (unit: number) => boolean,
): Change[] {
  const areaBefore = before.input.areas.code.indexOf(after.input.areas.code[area] as string);
  return [
    ...coefficientChanges(before, areaBefore, after, area),
    ...areaIndicatorChanges(before, areaBefore, after, area),
    ...schoolChanges(before, after, isInside),
  ].sort((a, b) => Number(b.after === 'notMet') - Number(a.after === 'notMet'));
}

function coefficientChanges(before: Evaluated, areaBefore: number, after: Evaluated, area: number): Change[] {
  const old = new Map(
    before.evaluation.coefficients
      .filter((one) => one.area === areaBefore && one.group === null)
      .map((one) => [`${one.indicator} ${one.stage}`, one]),
  );
  return after.evaluation.coefficients.flatMap((now): Change[] => {
    const then = old.get(`${now.indicator} ${now.stage}`);
    if (now.area !== area || now.group !== null || then === undefined || then.verdict === now.verdict) return [];
    return [
      {
        kind: 'coefficient',
        indicator: now.indicator,
        stage: now.stage,
        unit: null,
        before: then.verdict,
        after: now.verdict,
        valueBefore: then.coefficientOfVariation,
        valueAfter: now.coefficientOfVariation,
      },
    ];
  });
}

function areaIndicatorChanges(before: Evaluated, areaBefore: number, after: Evaluated, area: number): Change[] {
  const then = new Map(
    before.evaluation.areas.find((one) => one.area === areaBefore)?.indicators.map((one) => [one.indicator, one]),
  );
  const now = after.evaluation.areas.find((one) => one.area === area)?.indicators ?? [];
  return now.flatMap((result): Change[] => {
    const old = then.get(result.indicator);
    if (old === undefined || old.verdict === result.verdict) return [];
    return [
      {
        kind: 'areaIndicator',
        indicator: result.indicator,
        stage: null,
        unit: null,
        before: old.verdict,
        after: result.verdict,
        valueBefore: old.value,
        valueAfter: result.value,
      },
    ];
  });
}

function schoolChanges(before: Evaluated, after: Evaluated, isInside: (unit: number) => boolean): Change[] {
  const keyOf = ({ input }: Evaluated, unit: number, stage: string) =>
    `${input.areas.code[input.units.county[unit] as number]} ${input.units.id[unit]} ${stage}`;
  const old = new Map<string, Verdict>(
    before.evaluation.schools.map(({ unit, stage, verdict }) => [keyOf(before, unit, stage), verdict]),
  );
  const { units, areas } = after.input;
  return after.evaluation.schools.flatMap(({ unit, stage, verdict }): Change[] => {
    const then = old.get(keyOf(after, unit, stage));
    if (then === undefined || then === verdict || !isInside(unit)) return [];
    return [
      {
        kind: 'school',
        indicator: null,
        stage,
        unit: {
          unit: units.id[unit] as string,
          name: units.name[unit] as string,
          county: areas.code[units.county[unit] as number] as string,
        },
        before: then,
        after: verdict,
        valueBefore: null,
        valueAfter: null,
      },
    ];
  });
}
