import type { CompiledIndicator, CompiledStandard } from './compiled.ts';
import type { StageOrAll } from './definition.ts';
import { exactArea, exactUnit } from './exact-rows.ts';
import { frameOf, type Subject } from './explain-leaf.ts';
import { explainTerm } from './explain-term.ts';
import { type IndicatorColumn, indicatorColumn } from './indicator-column.ts';
import type { EvaluationInput } from './input.ts';
import { notApplicable, verdictName } from './judge.ts';
import type { EvaluationOptions } from './options.ts';
import { type Preparation, prepare } from './prepare.ts';
import type { Trace, Verdict } from './result.ts';
import { orNull } from './results.ts';
import { formulaOf } from './school-block.ts';
import { thresholdsInForce } from './thresholds-in-force.ts';
import type { Words } from './words.ts';

/** One indicator of one school (`unit`; stage `all` = the whole school) or of one area. Rows of the input's tables. */
export type IndicatorSubject = { readonly indicator: string; readonly stage: StageOrAll } & (
  | { readonly unit: number }
  | { readonly area: number }
);

/**
 * How one number came about, down to the cells of the input.
 *
 * @remarks Computed by the same code as the evaluation, for one row, so the two cannot differ. Null where the standard has no
 * such indicator at that stage.
 */
export const explainIndicator = (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: IndicatorSubject,
  options: EvaluationOptions = {},
): Trace | null => {
  const indicator = standard.indicators.find(({ definition }) => definition.id === subject.indicator);
  if (!indicator?.definition.stages.includes(subject.stage)) return null;
  return tracedIndicator(prepare(standard, input, options), indicator, { ...subject, part: indicator.definition.part });
};

export const tracedIndicator = (preparation: Preparation, indicator: CompiledIndicator, subject: Subject): Trace => {
  const { definition } = indicator;
  const column = oneRow(preparation, indicator, subject);
  const term = formulaOf(column, 0);
  const text =
    term === indicator.term ? definition.formula : (replacedBy(preparation, column)?.formula ?? definition.formula);
  const explained = explainTerm(preparation, term, text, subject);
  return {
    label: definition.words,
    formula: explained.formula,
    substituted: explained.substituted,
    value: orNull(column.value[0] as number),
    unit: definition.unit,
    notes: [
      ...explained.notes,
      ...exclusionNotes(preparation, subject),
      ...exceptionNotes(preparation, column),
      ...verdictNotes(column),
    ],
    parts: [...explained.parts, ...lineTrace(preparation, column, subject)],
  };
};

/** The indicator evaluated for the subject alone. */
export const oneRow = (preparation: Preparation, indicator: CompiledIndicator, subject: Subject): IndicatorColumn => {
  const { part } = indicator.definition;
  const excluded = 'unit' in subject ? preparation.excluded(part, subject.stage)[subject.unit] : 0;
  return indicatorColumn(preparation, indicator, {
    stage: subject.stage,
    frame: frameOf(preparation, subject),
    areaOf: () => ('unit' in subject ? (preparation.input.units.county[subject.unit] as number) : subject.area),
    isExcluded: () => excluded !== 0,
    exactRow: () =>
      'unit' in subject
        ? exactUnit(preparation, subject.unit, subject.stage)
        : exactArea(preparation, subject.area, subject.stage, part),
  });
};

const exceptionsAt = (
  preparation: Preparation,
  column: IndicatorColumn,
): CompiledStandard['definition']['exceptions'] =>
  preparation.standard.definition.exceptions.filter((_, index) => ((column.exceptions?.[0] ?? 0) >> index) & 1);

const replacedBy = (
  preparation: Preparation,
  column: IndicatorColumn,
): { readonly formula: string | null } | undefined =>
  exceptionsAt(preparation, column).find((exception) => exception.formula !== null);

const exceptionNotes = (preparation: Preparation, column: IndicatorColumn): readonly Words[] =>
  exceptionsAt(preparation, column).map(({ id, words }) => ({
    zh: `适用例外 ${id}：${words.zh}`,
    en: `exception ${id} applies: ${words.en}`,
  }));

const exclusionNotes = (preparation: Preparation, subject: Subject): readonly Words[] => {
  if (!('unit' in subject)) return [];
  const mark = preparation.excluded(subject.part, subject.stage)[subject.unit] as number;
  const exclusion = preparation.standard.definition.exclusions[mark - 1];
  return exclusion
    ? [
        {
          zh: `不参加评估 ${exclusion.id}：${exclusion.words.zh}`,
          en: `excluded ${exclusion.id}: ${exclusion.words.en}`,
        },
      ]
    : [];
};

export const verdictWords = {
  met: { zh: '达标', en: 'met' },
  notMet: { zh: '未达标', en: 'not met' },
  noData: { zh: '数据不足', en: 'no data' },
  notApplicable: { zh: '不适用', en: 'does not apply' },
} satisfies Record<Verdict, Words>;

export const wordsOfVerdict = (code: number): Words => verdictWords[verdictName(code)];

const verdictNotes = (column: IndicatorColumn): readonly Words[] =>
  column.verdict[0] === notApplicable && column.indicator.thresholds.length === 0
    ? []
    : [wordsOfVerdict(column.verdict[0] as number)];

const comparisonWords = {
  atLeast: { zh: '标准值（不低于）', en: 'line (at least)' },
  atMost: { zh: '标准值（不超过）', en: 'line (at most)' },
  above: { zh: '标准值（高于）', en: 'line (above)' },
  below: { zh: '标准值（低于）', en: 'line (below)' },
} satisfies Record<string, Words>;

const lineTrace = (preparation: Preparation, column: IndicatorColumn, subject: Subject): readonly Trace[] => {
  const { indicator } = column;
  const { definition } = indicator;
  const amount = thresholdsInForce(indicator.thresholds, preparation.input.schoolYear)?.[subject.stage];
  if (amount === undefined) return [];
  const version = definition.thresholds.find((one) => {
    const own = one.byStage[subject.stage];
    return (
      own !== undefined &&
      (typeof amount === 'number' ? own.kind === 'number' && own.value === amount : own.kind === 'formula')
    );
  });
  const text = version?.byStage[subject.stage];
  const explained =
    typeof amount === 'object' && text?.kind === 'formula'
      ? explainTerm(preparation, amount, text.text, subject)
      : null;
  const provenance = version?.provenance ?? definition.provenance;
  const base = explained ? explained.value : (amount as number);
  const value = orNull(column.threshold[0] as number);
  const changed = value !== null && value !== base && exceptionsAt(preparation, column).length === 0;
  const notes: Words[] = [sourceNote(preparation, provenance.clause, provenance.confidence)];
  if (provenance.note) notes.push(provenance.note);
  if (changed)
    notes.push({ zh: `地方从严：由 ${base} 调整为 ${value}`, en: `tightened locally from ${base} to ${value}` });
  return [
    {
      label: comparisonWords[definition.comparison],
      ...(explained ? { formula: explained.formula, substituted: explained.substituted } : {}),
      value,
      unit: definition.unit,
      notes,
      parts: explained?.parts ?? [],
    },
  ];
};

const confidenceWords = {
  verified: { zh: '已核对', en: 'verified' },
  memory: { zh: '据记忆，待核对', en: 'from memory, to be checked' },
  secondary: { zh: '二手来源，待核对', en: 'secondary source, to be checked' },
  own: { zh: '本系统自定', en: 'our own' },
} satisfies Record<string, Words>;

/** Document, clause and how far it can be trusted. */
export const sourceNote = (
  preparation: Preparation,
  clause: string,
  confidence: keyof typeof confidenceWords,
): Words => {
  const { document } = preparation.standard.definition.source;
  const words = confidenceWords[confidence];
  return {
    zh: `${document} ${clause}（${words.zh}）`.replace(' （', '（'),
    en: `${document} ${clause} (${words.en})`.replace('  ', ' '),
  };
};
