import type { Dataset } from '#engines/mapping';
import { stageCodes } from './codes.ts';

/** Class rows; where they exist, numbers of pupils and classes follow from them. */
export const classes: Dataset = {
  id: 'classes',
  words: { zh: '班级', en: 'classes' },
  table: 'school_class',
  yearly: true,
  key: ['unitId', 'id'],
  unitField: 'unitId',
  keepsSource: true,
  fields: {
    unitId: {
      type: 'identifier',
      column: 'unit_id',
      required: true,
      maxLength: 64,
      words: { zh: '学校标识码', en: 'identifier' },
    },
    id: { type: 'identifier', column: 'id', required: true, maxLength: 64, words: { zh: '班号', en: 'class id' } },
    stage: { type: 'code', column: 'stage', required: true, codes: stageCodes, words: { zh: '学段', en: 'stage' } },
    grade: { type: 'integer', column: 'grade', required: true, range: [0, 12], words: { zh: '年级', en: 'grade' } },
    name: { type: 'text', column: 'name', fallback: '', maxLength: 60, words: { zh: '班名', en: 'class name' } },
    pupils: {
      type: 'integer',
      column: 'pupils',
      required: true,
      range: [0, 200],
      words: { zh: '学生数', en: 'pupils' },
    },
  },
  check: ({ pupils }) =>
    typeof pupils === 'number' && pupils >= 66
      ? [
          {
            field: 'pupils',
            severity: 'warning',
            message: {
              zh: '班额达到 66 人及以上，属超大班额。',
              en: 'The class has 66 pupils or more, an extra-large class.',
            },
            remedy: { zh: '请核对；属实可不处理。', en: 'Check it; nothing to do if it is true.' },
          },
        ]
      : [],
};
