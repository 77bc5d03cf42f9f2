import { median, robustScores } from '#kernels/robust';
import { type Stage, type StageOrAll, stages, type UnitTable } from '#standards';
import { columnsOf, figure, type Issue, type QualityInput } from './model.ts';

/** So many times the median is no longer an unusual school but another unit of measure. */
const gross = 100;

/**
 * Schools whose figure per pupil lies far from that of the others.
 *
 * @remarks Compared on a logarithmic scale, because per-pupil figures are skewed: a small school honestly has several times the
 * mean, a figure typed in the wrong unit has ten thousand times. Zeros are left to the other rules.
 */
export function findOutliers(input: QualityInput): Issue[] {
  const { robustScore, times: least, pupils: small, schools } = input.checks.outliers;
  return columnsOf(input).flatMap(({ measure, stage, values }) => {
    if (measure.level !== 'unit' || measure.id === 'students') return [];
    const pupils = pupilsOf(input.units, stage);
    const perPupil = values.map((value, unit) =>
      value > 0 && (pupils[unit] as number) > 0 ? value / (pupils[unit] as number) : Number.NaN,
    );
    if (perPupil.filter((value) => !Number.isNaN(value)).length < schools) return [];
    const scores = robustScores(perPupil.map(Math.log));
    const middle = median(perPupil);
    return [...scores].flatMap((score, unit): Issue[] => {
      const value = perPupil[unit] as number;
      const times = value > middle ? value / middle : middle / value;
      const needed = (pupils[unit] as number) < small ? gross : least;
      if (!(Math.abs(score) > robustScore && times >= needed)) return [];
      return [
        {
          rule: 'outlier',
          gravity: times >= gross ? 'grave' : 'check',
          unit,
          stage,
          measures: [measure.id],
          message: {
            zh: `生均${measure.words.zh} ${figure(value)}，是各校中位数 ${figure(middle)} 的${value > middle ? ` ${figure(times)} 倍` : ` 1/${figure(times)}`}`,
            en: `${measure.words.en} per pupil is ${figure(value)}, ${value > middle ? `${figure(times)} times` : `1/${figure(times)} of`} the median of all schools, ${figure(middle)}`,
          },
          remedy: {
            zh: '请核对数值、计量单位和在校生数；属实的请说明原因。',
            en: 'Check the figure, its unit and the pupils; where it is right, explain why.',
          },
          evidence: [
            { label: measure.words, value: figure(values[unit] as number) },
            { label: { zh: '在校生数', en: 'pupils' }, value: figure(pupils[unit] as number) },
            { label: { zh: '稳健标准分', en: 'robust score' }, value: figure(score) },
          ],
        },
      ];
    });
  });
}

/** Pupils of a stage, or of all stages together; NaN where no stage reports any. */
function pupilsOf(units: UnitTable, stage: StageOrAll): Float64Array {
  const wanted: readonly Stage[] = stage === 'all' ? stages : [stage];
  const pupils = new Float64Array(units.size);
  for (const one of wanted) {
    units.columns.get(`students@${one}`)?.forEach((value, unit) => {
      if (!Number.isNaN(value)) pupils[unit] = (pupils[unit] as number) + value;
    });
  }
  return pupils.map((value) => (value > 0 ? value : Number.NaN));
}
