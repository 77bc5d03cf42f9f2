import { createHash } from 'node:crypto';
import type { Disagreement } from '#engines/facts';
import type { Dictionary, EvaluationInput } from '#standards';
import type { Finding } from './contract.ts';
import { figure, type Issue } from './quality/model.ts';
import type { FindingAnswerRow } from './repository.ts';

const gravities = ['grave', 'check', 'hint'] as const;

/** Issues as findings: with an id that stays while the values stay, and with what a person answered. Grave ones first. */
export function listFindings(
  input: EvaluationInput,
  issues: readonly Issue[],
  answers: readonly FindingAnswerRow[],
): Finding[] {
  const answerOf = new Map(answers.map((answer) => [answer.finding, answer]));
  return issues
    .map((issue): Finding => {
      const unit = issue.unit === null ? null : unitIn(input, issue.unit);
      const area = issue.unit === null && issue.area !== undefined ? areaIn(input, issue.area) : null;
      const id = idOf(issue, unit, area);
      const answer = answerOf.get(id);
      return {
        id,
        rule: issue.rule,
        gravity: issue.gravity,
        unit,
        area,
        stage: issue.stage,
        measures: [...issue.measures],
        message: issue.message,
        remedy: issue.remedy,
        evidence: issue.evidence.map((one) => ({ ...one })),
        chance: issue.chance ?? null,
        files: [...(issue.files ?? [])],
        state: answer?.state ?? 'open',
        reason: answer?.reason ?? '',
        by: answer?.by_person ?? null,
        at: answer?.at.toISOString() ?? null,
      };
    })
    .sort((a, b) => gravities.indexOf(a.gravity) - gravities.indexOf(b.gravity) || (a.id < b.id ? -1 : 1));
}

function unitIn({ units, areas }: EvaluationInput, row: number): NonNullable<Finding['unit']> {
  return {
    unit: units.id[row] as string,
    name: units.name[row] as string,
    county: areas.code[units.county[row] as number] as string,
  };
}

function areaIn({ areas }: EvaluationInput, row: number): NonNullable<Finding['area']> {
  return { code: areas.code[row] as string, name: areas.name[row] as string };
}

function idOf(issue: Issue, unit: Finding['unit'], area: Finding['area']): string {
  const facts = [
    issue.rule,
    unit?.county ?? area?.code,
    unit?.unit,
    issue.stage,
    issue.measures,
    issue.evidence.map(({ value }) => value),
    ...(issue.files ?? []),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20);
}

/** Typed figures that class or staff rows contradict; the rows are believed. */
export function disagreementIssues(
  input: EvaluationInput,
  disagreements: readonly Disagreement[],
  dictionary: Dictionary,
): Issue[] {
  const rowOf = new Map(
    input.units.id.map((id, row) => [`${input.areas.code[input.units.county[row] as number]} ${id}`, row]),
  );
  return disagreements.map(({ countyCode, unitId, stage, measure, typed, derived, rows }): Issue => {
    const words = dictionary.measures.get(measure)?.words ?? { zh: measure, en: measure };
    const source = rows === 'classes' ? { zh: '班级名册', en: 'class rows' } : { zh: '教职工名册', en: 'staff rows' };
    return {
      rule: 'disagreement',
      gravity: 'check',
      unit: rowOf.get(`${countyCode} ${unitId}`) ?? null,
      stage,
      measures: [measure],
      message: {
        zh: `${words.zh}：报表填 ${figure(typed)}，${source.zh}得 ${figure(derived)}；计算采用名册`,
        en: `${words.en}: the return says ${figure(typed)}, the ${source.en} give ${figure(derived)}; the rows are used`,
      },
      remedy: { zh: '请核对名册与报表，改正其中一个。', en: 'Check the rows and the return and mend one of them.' },
      evidence: [
        { label: { zh: '报表', en: 'return' }, value: figure(typed) },
        { label: source, value: figure(derived) },
      ],
    };
  });
}
