import type { AreaIndicatorResult, AreaResult, CompiledStandard, Words } from '#standards';
import type { Overview } from './contract.ts';
import { findIndicator, indicatorRef } from './find-indicator.ts';
import { statusOf } from './status.ts';

type Shown = Overview['areaIndicators'][number];

/** Digits of a share of schools, which is from 0 to 1. */
export const shareDecimals = 4;

export function shareName(words: Words): Words {
  return { zh: `达标学校占比：${words.zh}`, en: `Share of schools that keep to: ${words.en}` };
}

/** What an area itself must meet, and how many of its schools keep to what schools must meet. */
export function areaIndicatorsOf(compiled: CompiledStandard, result: AreaResult | undefined): Shown[] {
  return (result?.indicators ?? []).map((one) => ({
    ...describe(compiled, one),
    indicator: one.indicator,
    stage: one.stage,
    schools: one.schools,
    value: one.value,
    threshold: one.threshold,
    verdict: one.verdict,
  }));
}

function describe(
  compiled: CompiledStandard,
  { indicator, schools, verdict, value, threshold }: AreaIndicatorResult,
): Pick<Shown, 'name' | 'unit' | 'decimals' | 'part' | 'status'> {
  const definition = findIndicator(compiled, indicator);
  if (definition !== undefined && schools === null) {
    const { name, unit, decimals, direction } = indicatorRef(definition);
    return { name, unit, decimals, part: definition.part, status: statusOf(verdict, value, threshold, direction) };
  }
  const rule = compiled.definition.schoolRules.find(({ id }) => id === indicator);
  const words: Words = definition?.words ?? rule?.words ?? { zh: indicator, en: indicator };
  return {
    name: shareName(words),
    unit: { zh: '', en: '' },
    decimals: shareDecimals,
    part: definition?.part ?? rule?.part ?? '',
    status: statusOf(verdict, value, threshold, 'atLeast'),
  };
}
