import { areaResults } from './area-results.ts';
import { coefficients } from './coefficients.ts';
import type { CompiledStandard } from './compiled.ts';
import { stageWords } from './describe-formula.ts';
import { sourceNote, tracedIndicator, verdictWords, wordsOfVerdict } from './explain-indicator.ts';
import type { EvaluationInput, Stage } from './input.ts';
import { verdictName } from './judge.ts';
import type { EvaluationOptions } from './options.ts';
import { type Preparation, prepare } from './prepare.ts';
import type { AreaResult, Trace, Verdict } from './result.ts';
import { orNull } from './results.ts';
import { schoolBlock } from './school-block.ts';
import type { Words } from './words.ts';

export type VerdictSubject = { readonly unit: number; readonly stage: Stage } | { readonly area: number };

const truth = (verdict: Verdict): boolean | null => (verdict === 'met' ? true : verdict === 'notMet' ? false : null);

/**
 * Why a school-stage or an area has its verdict: the rule, and everything it rests on.
 *
 * @remarks Value true = met, false = not met, null = no data or not applicable. Null where there is no such school or area.
 */
export const explainVerdict = (
  standard: CompiledStandard,
  input: EvaluationInput,
  subject: VerdictSubject,
  options: EvaluationOptions = {},
): Trace | null => {
  const preparation = prepare(standard, input, options);
  return 'unit' in subject
    ? schoolVerdict(preparation, subject.unit, subject.stage)
    : areaVerdict(preparation, subject.area);
};

const schoolVerdict = (preparation: Preparation, unit: number, stage: Stage): Trace | null => {
  const { standard, input } = preparation;
  const block = schoolBlock(preparation, stage);
  const row = block.rows.indexOf(unit);
  if (row < 0) return null;
  const ruled = standard.definition.schoolRules.flatMap((rule) => rule.of);
  const parts = block.indicators
    .filter(({ indicator }) => ruled.length === 0 || ruled.includes(indicator.definition.id))
    .map(({ indicator }) => tracedIndicator(preparation, indicator, { unit, stage, part: indicator.definition.part }));
  const exclusion = standard.definition.exclusions[(block.excluded[row] as number) - 1];
  const notes: Words[] = block.rules.map(({ rule, met }) => ({
    zh: `${rule.words.zh}：达标 ${met[row]} 项`,
    en: `${rule.words.en}: ${met[row]} met`,
  }));
  if (exclusion) notes.unshift(exclusion.words);
  const name = input.units.name[unit] ?? '';
  return {
    label: { zh: name, en: name },
    value: truth(verdictName(block.verdict[row] as number)),
    notes: [
      ...notes,
      ...standard.definition.schoolRules.map((rule) =>
        sourceNote(preparation, rule.provenance.clause, rule.provenance.confidence),
      ),
    ],
    parts,
  };
};

const areaVerdict = (preparation: Preparation, area: number): Trace | null => {
  const { standard, input } = preparation;
  const blocks = [...standard.definition.stages, 'all' as const].map((stage) => schoolBlock(preparation, stage));
  const dispersion = coefficients(preparation, blocks, undefined);
  const result = areaResults(preparation, blocks, dispersion).find((candidate) => candidate.area === area);
  if (!result) return null;
  const group = dispersion.membership.groups.findIndex((candidate) => candidate.area === area);
  const parts = standard.definition.parts.map((part): Trace => {
    const own = result.parts.find((candidate) => candidate.part === part.id);
    return {
      label: part.words,
      value: truth(own?.verdict ?? 'notApplicable'),
      notes: [
        {
          zh: `达标 ${own?.met ?? 0} 项，未达标 ${own?.notMet ?? 0} 项，数据不足 ${own?.noData ?? 0} 项`,
          en: `${own?.met ?? 0} met, ${own?.notMet ?? 0} not met, ${own?.noData ?? 0} without data`,
        },
        ...(part.counts ? [] : [{ zh: '不计入结论', en: 'not part of the verdict' }]),
      ],
      parts: [
        ...itemsOf(standard, result, part.id),
        ...dispersion.columns
          .filter((column) => column.rule.part === part.id && group >= 0 && (column.schools[group] as number) > 0)
          .map((column): Trace => {
            const words =
              standard.definition.indicators.find(({ id }) => id === column.indicator)?.words ?? column.rule.words;
            const stage = stageWords[column.stage] ?? { zh: column.stage, en: column.stage };
            return {
              label: {
                zh: `${column.rule.words.zh}：${words.zh}（${stage.zh}）`,
                en: `${column.rule.words.en}: ${words.en} (${stage.en})`,
              },
              value: orNull(column.coefficient[group] as number),
              notes: [wordsOfVerdict(column.verdict[group] as number)],
              parts: [],
            };
          }),
      ],
    };
  });
  const name = input.areas.name[area] ?? '';
  return { label: { zh: name, en: name }, value: truth(result.verdict), notes: [], parts };
};

const itemsOf = (standard: CompiledStandard, result: AreaResult, part: string): readonly Trace[] => {
  const { definition } = standard;
  const subjects = [...definition.indicators, ...definition.schoolRules].filter((one) => one.part === part);
  const indicators = result.indicators.flatMap((one): readonly Trace[] => {
    const words = subjects.find(({ id }) => id === one.indicator)?.words;
    if (!words) return [];
    const note = one.schools
      ? [
          {
            zh: `${one.schools.met} 所达标，${one.schools.notMet} 所未达标，${one.schools.noData} 所数据不足`,
            en: `${one.schools.met} schools met, ${one.schools.notMet} not, ${one.schools.noData} without data`,
          },
        ]
      : [];
    return [{ label: words, value: one.value, notes: [verdictWords[one.verdict], ...note], parts: [] }];
  });
  const attested = definition.attested
    .filter((one) => one.part === part)
    .map((one): Trace => {
      const answer = result.attested.find(({ item }) => item === one.id);
      return {
        label: one.words,
        value: answer?.answer ?? null,
        ...(one.unit === null ? {} : { unit: one.unit }),
        notes: [verdictWords[answer?.verdict ?? 'noData']],
        parts: [],
      };
    });
  return [...indicators, ...attested];
};
