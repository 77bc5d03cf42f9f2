import type { CoefficientColumn, Coefficients } from './coefficients.ts';
import type { AttestedDefinition, StageOrAll } from './definition.ts';
import { exactArea } from './exact-rows.ts';
import { type IndicatorColumn, indicatorColumn } from './indicator-column.ts';
import type { Attestation } from './input.ts';
import { allOf, judge, met, noData, notApplicable, notMet, verdictName } from './judge.ts';
import type { Preparation } from './prepare.ts';
import type { AreaIndicatorResult, AreaResult, AttestedResult, PartResult } from './result.ts';
import { indicatorResult, orNull } from './results.ts';
import type { SchoolBlock } from './school-block.ts';
import { strictestByArea } from './strictest.ts';

/** One thing that counts in a part: its item and how it was judged. */
interface ItemVerdict {
  readonly part: string;
  readonly item: string;
  readonly verdict: number;
}

/** The results of every area at the evaluated level that has schools, figures or answers. */
export const areaResults = (
  preparation: Preparation,
  blocks: readonly SchoolBlock[],
  coefficients: Coefficients,
): readonly AreaResult[] => {
  const { standard } = preparation;
  const areas = judgedAreas(preparation);
  const ofArea = standard.indicators
    .filter(({ definition }) => definition.scope === 'area')
    .flatMap((indicator) =>
      indicator.definition.stages.map((stage) => ({
        stage,
        column: areaColumn(preparation, indicator, areas, stage),
      })),
    );
  const counted = countSchools(preparation, blocks, areas);
  const coefficientGroups = new Map(coefficients.membership.groups.map((group, index) => [group.area, index]));
  const answers = answersByItem(preparation);
  const lines = standard.definition.attested.map((item) => attestedLines(preparation, item));
  const unitsByArea = coveredUnits(preparation);

  return [...areas].map((area, index) => {
    const items: ItemVerdict[] = [];
    const indicators: AreaIndicatorResult[] = [];
    for (const { stage, column } of ofArea) {
      const { definition } = column.indicator;
      indicators.push({ ...indicatorResult(standard, column, index), stage, schools: null });
      items.push({ part: definition.part, item: definition.item, verdict: column.verdict[index] as number });
    }
    for (const subject of counted) {
      const verdict = subject.verdict(index);
      indicators.push(subject.result(index, verdict));
      items.push({ part: subject.part, item: subject.item, verdict });
    }
    const group = coefficientGroups.get(area);
    for (const column of group === undefined ? [] : coefficients.columns) {
      const verdict = column.verdict[group as number] as number;
      items.push({ part: column.rule.part, item: itemOf(column), verdict });
    }
    const attested = standard.definition.attested.map((item, at) =>
      attestedResult(preparation, item, area, answers, (lines[at] as AttestedLines)(area), unitsByArea.get(area) ?? []),
    );
    attested.forEach(({ code }, at) => {
      const item = standard.definition.attested[at] as AttestedDefinition;
      items.push({ part: item.part, item: item.item, verdict: code });
    });
    const parts = standard.definition.parts.map((part) => partResult(part.id, items));
    return {
      area,
      indicators,
      attested: attested.map(({ result }) => result),
      parts,
      verdict: verdictName(allOf(parts.filter((_, at) => standard.definition.parts[at]?.counts).map(codeOf))),
    };
  });
};

const itemOf = (column: CoefficientColumn): string => `${column.rule.id}:${column.indicator}:${column.stage}`;

const judgedAreas = (preparation: Preparation): Int32Array => {
  const { areas, attested } = preparation.input;
  const present = new Set<number>();
  preparation.areaOf.forEach((area, unit) => {
    if (area >= 0 && preparation.covered[unit] === 1) present.add(area);
  });
  const answered = new Set(attested.map((answer) => answer.area));
  for (let area = 0; area < areas.size; area++) {
    if (areas.level[area] !== preparation.level) continue;
    const reports = [...areas.columns.values()].some((column) => !Number.isNaN(column[area]));
    if (reports || answered.has(areas.code[area] ?? '')) present.add(area);
  }
  return Int32Array.from([...present].sort((a, b) => a - b));
};

const areaColumn = (
  preparation: Preparation,
  indicator: IndicatorColumn['indicator'],
  areas: Int32Array,
  stage: StageOrAll,
): IndicatorColumn =>
  indicatorColumn(preparation, indicator, {
    stage,
    frame: preparation.areaFrame(areas, stage, indicator.definition.part),
    areaOf: (row) => areas[row] as number,
    isExcluded: () => false,
    exactRow: (row) => exactArea(preparation, areas[row] as number, stage, indicator.definition.part),
  });

/** A requirement on schools, counted up for every area. */
interface Counted {
  readonly part: string;
  readonly item: string;
  readonly verdict: (area: number) => number;
  readonly result: (area: number, verdict: number) => AreaIndicatorResult;
}

/** School rules and the indicators of schools that no school rule takes up: how many schools keep to them. */
const countSchools = (
  preparation: Preparation,
  blocks: readonly SchoolBlock[],
  areas: Int32Array,
): readonly Counted[] => {
  const size = areas.length;
  const position = new Int32Array(preparation.input.areas.size).fill(-1);
  areas.forEach((area, index) => {
    position[area] = index;
  });
  const { definition } = preparation.standard;
  const ruled = new Set(definition.schoolRules.flatMap((rule) => rule.of));
  const limited = new Set(definition.coefficients.flatMap((rule) => rule.of));
  const tally = (verdictsOf: (block: SchoolBlock) => Uint8Array | undefined): Float64Array[] => {
    const counts = [met, notMet, noData].map(() => new Float64Array(size));
    for (const block of blocks) {
      const verdicts = verdictsOf(block);
      if (!verdicts) continue;
      for (let row = 0; row < block.rows.length; row++) {
        const area = preparation.areaOf[block.rows[row] as number] as number;
        const at = area < 0 ? -1 : (position[area] as number);
        const count = counts[verdicts[row] as number];
        if (at >= 0 && count) count[at] = (count[at] as number) + 1;
      }
    }
    return counts;
  };
  const rules = definition.schoolRules.map((rule) =>
    counted(
      rule.id,
      rule.part,
      rule.id,
      rule.requiredShare,
      tally((block) => block.rules.find((column) => column.rule.id === rule.id)?.verdict),
    ),
  );
  const alone = definition.indicators
    .filter(
      ({ id, scope, thresholds }) =>
        scope !== 'area' && !ruled.has(id) && !(limited.has(id) && thresholds.length === 0),
    )
    .map((indicator) =>
      counted(
        indicator.id,
        indicator.part,
        indicator.item,
        indicator.requiredShare,
        tally((block) => block.indicators.find((column) => column.indicator.definition.id === indicator.id)?.verdict),
      ),
    );
  return [...rules, ...alone];
};

const counted = (
  id: string,
  part: string,
  item: string,
  requiredShare: number,
  counts: readonly Float64Array[],
): Counted => {
  const at = (area: number): readonly [number, number, number] => [
    counts[met]?.[area] ?? 0,
    counts[notMet]?.[area] ?? 0,
    counts[noData]?.[area] ?? 0,
  ];
  return {
    part,
    item,
    verdict: (area) => {
      const [kept, failed, open] = at(area);
      const total = kept + failed + open;
      if (total === 0) return notApplicable;
      // Whole schools are counted, so the shares are compared as counts.
      if (kept >= requiredShare * total - 1e-9) return met;
      return kept + open < requiredShare * total - 1e-9 ? notMet : noData;
    },
    result: (area, verdict) => {
      const [kept, failed, open] = at(area);
      const total = kept + failed + open;
      return {
        indicator: id,
        stage: 'all',
        value: total === 0 ? null : kept / total,
        threshold: requiredShare,
        verdict: verdictName(verdict),
        exceptions: [],
        schools: { met: kept, notMet: failed, noData: open },
      };
    },
  };
};

type Answers = ReadonlyMap<string, readonly Attestation[]>;

const answersByItem = (preparation: Preparation): Answers => {
  const answers = new Map<string, Attestation[]>();
  for (const answer of preparation.input.attested) {
    const key = `${answer.item}|${answer.area}`;
    const list = answers.get(key) ?? [];
    list.push(answer);
    answers.set(key, list);
  }
  return answers;
};

/** The area's own answer; where each school answers, all of them together. The last answer of a list wins. */
const attestedResult = (
  preparation: Preparation,
  item: AttestedDefinition,
  area: number,
  answers: Answers,
  threshold: number,
  units: readonly number[],
): { readonly result: AttestedResult; readonly code: number } => {
  const { input } = preparation;
  const list = answers.get(`${item.id}|${input.areas.code[area] ?? ''}`) ?? [];
  const own = list.findLast((answer) => answer.unit === undefined);
  const judged = (answer: Attestation): number => judgeAnswer(item, answer.answer, threshold);
  let code: number = own ? judged(own) : noData;
  if (!own && item.scope === 'school') {
    const byUnit = new Map(list.map((answer) => [answer.unit, answer]));
    const answered = list.length === 0 ? [] : units.map((unit) => byUnit.get(input.units.id[unit]));
    code =
      answered.length === 0 && units.length > 0
        ? noData
        : allOf(answered.map((answer) => (answer ? judged(answer) : noData)));
  }
  return {
    code,
    result: {
      item: item.id,
      kind: item.kind,
      answer: own?.answer ?? null,
      threshold: orNull(threshold),
      verdict: verdictName(code),
    },
  };
};

/** The units that answer for themselves, by area. */
const coveredUnits = ({ areaOf, covered }: Preparation): ReadonlyMap<number, readonly number[]> => {
  const byArea = new Map<number, number[]>();
  areaOf.forEach((area, unit) => {
    if (covered[unit] !== 1) return;
    const list = byArea.get(area);
    if (list) list.push(unit);
    else byArea.set(area, [unit]);
  });
  return byArea;
};

type AttestedLines = (area: number) => number;

/** The line of an item in each area; NaN where it has none. */
const attestedLines = ({ standard, input }: Preparation, item: AttestedDefinition): AttestedLines => {
  const own = item.threshold;
  if (own === null) return () => Number.NaN;
  const higher = item.comparison === 'atLeast' || item.comparison === 'above';
  const tightened = strictestByArea(
    standard,
    input.areas,
    input.schoolYear,
    (override) => override.attested.find((entry) => entry.item === item.id)?.threshold ?? null,
    higher,
  );
  return (area) => {
    const line = tightened?.[area] ?? Number.NaN;
    return Number.isNaN(line) ? own : line;
  };
};

/** Yes keeps to a requirement and breaks a veto. A number is compared with the line. */
const judgeAnswer = (item: AttestedDefinition, answer: boolean | number, threshold: number): number => {
  if (typeof answer === 'boolean') return answer === (item.kind !== 'veto') ? met : notMet;
  return Number.isNaN(threshold) ? noData : judge(answer, threshold, item.comparison, () => null);
};

/** Items of several indicators count once: the worst decides. */
const partResult = (part: string, items: readonly ItemVerdict[]): PartResult => {
  const byItem = new Map<string, number[]>();
  for (const { part: own, item, verdict } of items) {
    if (own !== part) continue;
    const list = byItem.get(item) ?? [];
    list.push(verdict);
    byItem.set(item, list);
  }
  const verdicts = [...byItem.values()].map(allOf);
  const count = (code: number): number => verdicts.filter((verdict) => verdict === code).length;
  return { part, met: count(met), notMet: count(notMet), noData: count(noData), verdict: verdictName(allOf(verdicts)) };
};

const codeOf = (part: PartResult): number =>
  part.notMet > 0 ? notMet : part.noData > 0 ? noData : part.met > 0 ? met : notApplicable;
