import type { Dictionary, EvaluationInput, Measure, StageOrAll, Words } from '#standards';
import { figure, type Issue, type QualityChecks, type SchoolSum } from './model.ts';

/** What one level says and what the level below adds up to. */
interface TwoSums {
  readonly area: number;
  readonly measure: Measure;
  readonly stage: StageOrAll;
  readonly own: number;
  readonly below: number;
  /** How many schools or areas below were added up, and how many of them told nothing. */
  readonly added: number;
  readonly silent: number;
  readonly of: 'schools' | 'areas';
}

const addingKinds = new Set(['count', 'area', 'money']);

/**
 * Figures that a county, city or province reports of itself and that are not the sum of what its schools, or the areas below it, report.
 *
 * @remarks Pure. Cost O(columns of the areas × (units + areas)).
 */
export function findDifferentSums(
  input: Pick<EvaluationInput, 'units' | 'areas'>,
  dictionary: Dictionary,
  { sums }: QualityChecks,
): Issue[] {
  const under = unitsUnder(input);
  const pairs: TwoSums[] = [];
  for (const { measure, stage, own } of areaColumns(input, dictionary)) {
    const rule = sums.schools.find(({ area }) => area === measure.id);
    const isSum = addingKinds.has(measure.kind) && !measure.unit.includes('/') && !sums.notSums.includes(measure.id);
    if (!isSum) continue;
    own.forEach((value, area) => {
      if (Number.isNaN(value)) return;
      const about = { area, measure, stage, own: value };
      if (measure.level === 'unit' || rule !== undefined) {
        const rows = under.get(area) ?? [];
        const added = addUnits(input, rows, rule ?? { of: measure.id, stages: [stage], ownership: [] });
        if (added.added > 0) pairs.push({ ...about, ...added, of: 'schools' });
      }
      const below = addAreas(input, own, area);
      if (below.added > 0 && below.silent === 0) pairs.push({ ...about, ...below, of: 'areas' });
    });
  }
  return pairs.filter((pair) => differs(pair, sums.tolerance)).map((pair) => issueOf(input, pair));
}

function areaColumns({ areas }: Pick<EvaluationInput, 'areas'>, dictionary: Dictionary) {
  return [...areas.columns].flatMap(([key, own]) => {
    const at = key.lastIndexOf('@');
    const measure = dictionary.measures.get(key.slice(0, at));
    return measure === undefined ? [] : [{ measure, stage: key.slice(at + 1) as StageOrAll, own }];
  });
}

/** Units of each area, whatever the number of levels between. */
function unitsUnder({
  units,
  areas,
}: Pick<EvaluationInput, 'units' | 'areas'>): ReadonlyMap<number, readonly number[]> {
  const under = new Map<number, number[]>();
  units.county.forEach((county, unit) => {
    for (let area = county; area >= 0; area = areas.parent[area] ?? -1) {
      const list = under.get(area) ?? [];
      list.push(unit);
      under.set(area, list);
    }
  });
  return under;
}

type Added = Pick<TwoSums, 'below' | 'added' | 'silent'>;

function addUnits(
  { units }: Pick<EvaluationInput, 'units'>,
  rows: readonly number[],
  { of, stages, ownership }: Pick<SchoolSum, 'of' | 'stages' | 'ownership'>,
): Added {
  const owners = units.attributes.ownership;
  const counted = ownership.length === 0 ? rows : rows.filter((row) => ownership.includes(String(owners?.[row])));
  const columns = stages.flatMap((stage) => units.columns.get(`${of}@${stage}`) ?? []);
  const told = counted.filter((row) => columns.some((values) => !Number.isNaN(values[row])));
  const below = told.reduce((sum, row) => sum + columns.reduce((own, values) => own + (values[row] || 0), 0), 0);
  return { below, added: told.length, silent: counted.length - told.length };
}

function addAreas({ areas }: Pick<EvaluationInput, 'areas'>, own: Float64Array, area: number): Added {
  const children = areas.code.flatMap((_, row) =>
    areas.parent[row] === area && areas.level[row] !== 'township' ? [own[row] ?? Number.NaN] : [],
  );
  const told = children.filter((value) => !Number.isNaN(value));
  const below = told.reduce((sum, value) => sum + value, 0);
  return { below, added: told.length, silent: children.length - told.length };
}

function differs({ measure, own, below }: TwoSums, tolerance: number): boolean {
  const allowed = measure.kind === 'count' ? 0 : tolerance * Math.max(Math.abs(own), Math.abs(below));
  return Math.abs(own - below) > allowed;
}

function issueOf({ areas }: Pick<EvaluationInput, 'areas'>, pair: TwoSums): Issue {
  const { area, measure, stage, own, below, added, silent, of } = pair;
  const name = areas.name[area] ?? '';
  const lower: Words = of === 'schools' ? { zh: '所学校', en: 'schools' } : { zh: '个下级地区', en: 'areas below' };
  return {
    rule: 'differentSums',
    gravity: 'check',
    unit: null,
    area,
    stage,
    measures: [measure.id],
    message: {
      zh: `${measure.words.zh}：${name}填报 ${figure(own)}，${added} ${lower.zh}合计 ${figure(below)}，相差 ${figure(own - below)}`,
      en: `${measure.words.en}: ${name} reports ${figure(own)}, ${added} ${lower.en} add up to ${figure(below)}, a difference of ${figure(own - below)}`,
    },
    remedy: {
      zh: '请打开两级的原始报表，找出何时、由谁改动；两级数据同源时应当相等。',
      en: 'Open the returns of both levels and find when and by whom one was changed; figures of one source are equal.',
    },
    evidence: [
      { label: { zh: `${name}填报`, en: `reported by ${name}` }, value: figure(own) },
      { label: { zh: `${added} ${lower.zh}合计`, en: `sum of ${added} ${lower.en}` }, value: figure(below) },
    ],
    chance:
      silent === 0
        ? {
            zh: '各级数据同源时不会偶然出现；常见的正当原因是统计时点或口径不同',
            en: 'not by chance where the levels share a source; another day of counting or another definition is an honest cause',
          }
        : {
            zh: `${silent} ${lower.zh}没有填报，可能正是差额`,
            en: `${silent} ${lower.en} reported nothing, which may be the difference`,
          },
  };
}
