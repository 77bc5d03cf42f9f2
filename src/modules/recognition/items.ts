import type { EvaluationReport } from '#contracts/balance';

export type Verdict = 'met' | 'notMet' | 'noData' | 'notApplicable';
export type ItemValue = number | boolean | null;

/** One thing that is assessed; its key is the same at every level. */
export interface Item {
  readonly key: string;
  readonly kind: 'coefficient' | 'area' | 'attested' | 'school';
  readonly indicator: string;
  readonly stage: string;
  /** '' = the county itself. */
  readonly unit: string;
  readonly unitName: string;
  /** In what `value` and `line` are counted, such as `share`; `1` = a plain number. */
  readonly measuredIn: string;
  readonly value: ItemValue;
  readonly line: number | null;
  readonly verdict: Verdict;
}

/** In what figures are counted, by the id of what is judged; what is missing is a plain number. */
export interface FigureUnits {
  readonly school: ReadonlyMap<string, string>;
  readonly area: ReadonlyMap<string, string>;
}

type Described = Omit<Item, 'key'>;

/** Everything that a county's evaluation judges, item by item: coefficients, what the county itself must meet, what is attested, every school. */
export function itemsOf(report: EvaluationReport, units: FigureUnits): readonly Item[] {
  const ofArea = (indicator: string) => units.area.get(indicator) ?? '1';
  const county = { unit: '', unitName: '' };
  const described: Described[] = [
    ...report.coefficients
      .filter(({ group }) => group === undefined)
      .map((one) => ({
        ...county,
        kind: 'coefficient' as const,
        indicator: one.indicator,
        stage: one.stage,
        measuredIn: '1',
        value: one.coefficientOfVariation,
        line: one.limit,
        verdict: one.verdict,
      })),
    ...report.areas.flatMap(({ indicators }) =>
      indicators.map((one) => ({
        ...county,
        kind: 'area' as const,
        indicator: one.indicator,
        stage: one.stage,
        measuredIn: ofArea(one.indicator),
        value: one.value,
        line: one.threshold,
        verdict: one.verdict,
      })),
    ),
    ...report.attested.map((one) => ({
      ...county,
      kind: 'attested' as const,
      indicator: one.item,
      stage: 'all',
      measuredIn: ofArea(one.item),
      value: one.answer,
      line: one.threshold,
      verdict: one.verdict,
    })),
    ...report.schools.flatMap(({ school, name, stage, indicators }) =>
      indicators.map((one) => ({
        kind: 'school' as const,
        unit: school,
        unitName: name,
        indicator: one.indicator,
        stage,
        measuredIn: units.school.get(one.indicator) ?? '1',
        value: one.value,
        line: one.threshold,
        verdict: one.verdict,
      })),
    ),
  ];
  return described.map((item) => ({ key: [item.kind, item.indicator, item.stage, item.unit].join('|'), ...item }));
}
