import { type Stage, stages } from '#standards';
import { columnsOf, type Issue, type QualityInput } from './model.ts';

/** A measure counts as expected in a stage when at least this share of the area's schools report it. */
const expectedShare = 0.5;

/** Schools that have pupils in a stage but left out what most others report there. One finding a school and stage. */
export function findMissing(input: QualityInput): Issue[] {
  const { units } = input;
  return stages.flatMap((stage) => {
    const pupils = units.columns.get(`students@${stage}`);
    if (pupils === undefined) return [];
    const running = [...pupils.keys()].filter((unit) => (pupils[unit] as number) > 0);
    const expected = columnsOf(input).filter(({ measure, stage: of, values }) => {
      const isOfStage = of === stage || (of === 'all' && measure.shared);
      const reported = running.filter((unit) => !Number.isNaN(values[unit] as number)).length;
      return isOfStage && measure.level === 'unit' && reported >= running.length * expectedShare;
    });
    return running.flatMap((unit) => missingOf(unit, stage, expected));
  });
}

function missingOf(unit: number, stage: Stage, expected: ReturnType<typeof columnsOf>): Issue[] {
  const missing = expected.filter(({ values }) => Number.isNaN(values[unit] as number));
  if (missing.length === 0) return [];
  const names = (language: 'zh' | 'en', join: string) =>
    missing.map(({ measure }) => measure.words[language]).join(join);
  return [
    {
      rule: 'missing',
      gravity: 'check',
      unit,
      stage,
      measures: missing.map(({ measure }) => measure.id),
      message: {
        zh: `缺 ${missing.length} 项：${names('zh', '、')}`,
        en: `${missing.length} figures missing: ${names('en', ', ')}`,
      },
      remedy: { zh: '请补报；确实没有的请填 0。', en: 'Send them; where there is none, write 0.' },
      evidence: [],
    },
  ];
}
