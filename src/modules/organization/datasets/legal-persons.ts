import type { Dataset } from '#engines/mapping';
import { ownershipCodes } from './codes.ts';

export const legalPersons: Dataset = {
  id: 'legalPersons',
  words: { zh: '法人', en: 'legal persons' },
  table: 'legal_person',
  yearly: false,
  key: ['id'],
  fields: {
    id: {
      type: 'identifier',
      column: 'id',
      required: true,
      maxLength: 64,
      words: { zh: '法人编号', en: 'legal person id' },
    },
    name: { type: 'text', column: 'name', required: true, maxLength: 100, words: { zh: '法人名称', en: 'name' } },
    creditCode: {
      type: 'identifier',
      column: 'credit_code',
      pattern: {
        regex: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
        expected: { zh: '应为 18 位统一社会信用代码', en: 'the 18 characters of a unified social credit code' },
      },
      words: { zh: '统一社会信用代码', en: 'unified social credit code' },
    },
    ownership: {
      type: 'code',
      column: 'ownership',
      required: true,
      codes: ownershipCodes,
      words: { zh: '举办性质', en: 'ownership' },
    },
  },
};
