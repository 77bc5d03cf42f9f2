import type { Dataset } from '#engines/mapping';
import { degreeCodes, roleCodes, stageCodes, subjectCodes } from './codes.ts';

/** Staff rows without names: a number that tells people apart, and what is counted of them. */
export const staff: Dataset = {
  id: 'staff',
  words: { zh: '教职工', en: 'staff' },
  table: 'staff',
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
    id: {
      type: 'identifier',
      column: 'id',
      required: true,
      maxLength: 64,
      words: { zh: '人员编号', en: 'staff number' },
    },
    role: { type: 'code', column: 'role', required: true, codes: roleCodes, words: { zh: '岗位', en: 'role' } },
    stage: { type: 'code', column: 'stage', codes: stageCodes, words: { zh: '任教学段', en: 'stage taught' } },
    subject: { type: 'text', column: 'subject', maxLength: 40, words: { zh: '任教学科', en: 'subject' } },
    fullTime: { type: 'boolean', column: 'full_time', fallback: true, words: { zh: '是否专任', en: 'full time' } },
    degree: { type: 'code', column: 'degree', codes: degreeCodes, words: { zh: '学历', en: 'degree' } },
    backbone: {
      type: 'boolean',
      column: 'backbone',
      fallback: false,
      words: { zh: '是否县级及以上骨干教师', en: 'backbone teacher of county level or higher' },
    },
    certificate: {
      type: 'boolean',
      column: 'certificate',
      words: { zh: '是否持教师资格证', en: 'teaching certificate' },
    },
    title: { type: 'text', column: 'title', maxLength: 40, words: { zh: '专业技术职务', en: 'professional title' } },
  },
  derive: ({ subject }) => ({ subject: typeof subject === 'string' ? (subjectOf.get(subject) ?? subject) : null }),
  check: ({ role, stage }) =>
    role === 'teacher' && stage === null
      ? [
          {
            field: 'stage',
            severity: 'warning',
            message: {
              zh: '专任教师没有写任教学段，不会计入任何学段。',
              en: 'The teacher has no stage and will be counted in none.',
            },
            remedy: { zh: '请填写任教学段。', en: 'Write the stage taught.' },
          },
        ]
      : [],
};

const subjectOf = new Map(
  Object.entries(subjectCodes).flatMap(([code, names]) => [code, ...names].map((name) => [name, code])),
);
