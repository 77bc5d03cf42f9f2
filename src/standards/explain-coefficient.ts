import { contributions } from '#kernels/inequality';
import { coefficients, countedRows } from './coefficients.ts';
import type { CompiledStandard } from './compiled.ts';
import { sourceNote, wordsOfVerdict } from './explain-indicator.ts';
import { formatNumber } from './explain-leaf.ts';
import type { EvaluationInput, Stage } from './input.ts';
import type { EvaluationOptions } from './options.ts';
import type { Preparation } from './prepare.ts';
import { prepare } from './prepare.ts';
import type { Trace } from './result.ts';
import { orNull } from './results.ts';
import { schoolBlock } from './school-block.ts';

/** One coefficient: `indicator` is an indicator, or the rule itself for a composite. `group` names a group by attribute. */
export interface CoefficientSubject {
  readonly indicator: string;
  readonly stage: Stage;
  /** A row of the area table, or -1 for a group by attribute. */
  readonly area: number;
  readonly group?: string;
}

/**
 * How one coefficient of variation came about: mean, standard deviation, limit, and every member with its value, weight and
 * share of the squared deviation, the largest share first.
 *
 * @remarks Null where there is no such coefficient.
 */
export const explainCoefficient = (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: CoefficientSubject,
  options: EvaluationOptions = {},
): Trace | null => {
  const preparation = prepare(standard, input, options);
  const block = schoolBlock(preparation, subject.stage);
  const all = coefficients(preparation, [block], options.comparing);
  const group = all.membership.groups.findIndex(
    ({ area, name }) => area === subject.area && name === (subject.group ?? null),
  );
  const column = all.columns.find(({ indicator }) => indicator === subject.indicator);
  if (group < 0 || !column) return null;
  const { rule } = column;
  const value = orNull(column.coefficient[group] as number);
  const verdict = wordsOfVerdict(column.verdict[group] as number);
  const limit: Trace = {
    label: { zh: '界线（不超过）', en: 'limit (at most)' },
    value: orNull(column.limit[group] as number),
    notes: [sourceNote(preparation, rule.provenance.clause, rule.provenance.confidence)],
    parts: [],
  };
  if (subject.indicator === rule.id) {
    const parts = all.columns
      .filter((single) => single.rule === rule && single.indicator !== rule.id)
      .map(
        (single): Trace => ({
          label: wordsOfIndicator(standard, single.indicator),
          value: orNull(single.coefficient[group] as number),
          notes: [],
          parts: [],
        }),
      );
    return {
      label: rule.words,
      formula: `mean(${rule.of.join(', ')})`,
      substituted: `(${parts.map((part) => formatNumber(part.value)).join(' + ')}) / ${parts.length}`,
      value,
      notes: [verdict],
      parts: [...parts, limit],
    };
  }
  const indicatorBlock = block.indicators.find(({ indicator }) => indicator.definition.id === subject.indicator);
  if (!indicatorBlock) return null;
  const rows = countedRows(preparation, rule, block, indicatorBlock, all.membership);
  const members = membersOf(preparation, rows, block.rows, group);
  const unit = indicatorBlock.indicator.definition.unit;
  const mean = orNull(column.mean[group] as number);
  const deviation = orNull(column.standardDeviation[group] as number);
  const missing = column.missing[group] as number;
  return {
    label: {
      zh: `${rule.words.zh}：${indicatorBlock.indicator.definition.words.zh}`,
      en: `${rule.words.en}: ${indicatorBlock.indicator.definition.words.en}`,
    },
    formula: 'S / X',
    substituted: `${formatNumber(deviation)} / ${formatNumber(mean)}`,
    value,
    notes:
      missing > 0 ? [verdict, { zh: `${missing} 所学校没有填报`, en: `${missing} schools did not report` }] : [verdict],
    parts: [
      {
        label: { zh: '均值 X（资源总量 ÷ 学生总数）', en: 'mean X (total resource over total pupils)' },
        formula: 'Σ nᵢxᵢ / Σ nᵢ',
        value: mean,
        unit,
        notes: [],
        parts: [],
      },
      {
        label: {
          zh: '标准差 S（按学生数加权，总体）',
          en: 'standard deviation S (weighted by pupils, population form)',
        },
        formula: '√(Σ nᵢ(xᵢ − X)² / Σ nᵢ)',
        value: deviation,
        unit,
        notes: [],
        parts: [],
      },
      limit,
      ...members.map(
        (member): Trace => ({
          label: member.name,
          value: member.value,
          unit,
          notes: [],
          parts: [
            { label: { zh: '权重（学生数）', en: 'weight (pupils)' }, value: member.weight, notes: [], parts: [] },
            {
              label: { zh: '占离差平方的份额', en: 'share of the squared deviation' },
              value: member.share,
              unit: 'share',
              notes: [],
              parts: [],
            },
          ],
        }),
      ),
    ],
  };
};

const wordsOfIndicator = (standard: CompiledStandard, id: string): Trace['label'] =>
  standard.definition.indicators.find((indicator) => indicator.id === id)?.words ?? { zh: id, en: id };

interface Member {
  readonly name: Trace['label'];
  readonly value: number;
  readonly weight: number;
  readonly share: number | null;
}

const membersOf = (
  preparation: Preparation,
  rows: ReturnType<typeof countedRows>,
  units: Int32Array,
  group: number,
): readonly Member[] => {
  const totals = new Map<number, { name: string; schools: number; weight: number; amount: number }>();
  rows.group.forEach((own, row) => {
    const weight = rows.weight[row] as number;
    if (own !== group || weight === 0) return;
    const key = rows.member[row] as number;
    const known = totals.get(key) ?? {
      name: preparation.input.units.name[units[row] as number] ?? '',
      schools: 0,
      weight: 0,
      amount: 0,
    };
    known.schools += 1;
    known.weight += weight;
    known.amount += weight * (rows.value[row] as number);
    totals.set(key, known);
  });
  const members = [...totals.values()];
  const values = members.map((member) => member.amount / member.weight);
  const shares = contributions(
    values,
    members.map((member) => member.weight),
  );
  return members
    .map((member, index) => ({
      name:
        member.schools === 1
          ? { zh: member.name, en: member.name }
          : { zh: `${member.name}等 ${member.schools} 所`, en: `${member.name} and ${member.schools - 1} more` },
      value: values[index] as number,
      weight: member.weight,
      share: orNull(shares[index] as number),
    }))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
};
