import type { Dictionary, Measure } from '#standards';

const measure = (id: string, zh: string, high: number): [string, Measure] => [
  id,
  {
    id,
    words: { zh, en: id },
    unit: 'pupil',
    kind: 'count',
    level: 'unit',
    stages: ['kindergarten', 'primary', 'junior', 'senior', 'special'],
    shared: false,
    range: [0, high],
    note: null,
    derive: null,
    forms: [],
  },
];

/** Two measures, enough for tests of the pipeline. */
export const dictionary: Dictionary = {
  id: 'SAMPLE',
  version: '1',
  measures: new Map([measure('students', '在校生数', 20_000), measure('fullTimeTeachers', '专任教师数', 2_000)]),
};
