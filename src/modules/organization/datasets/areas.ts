import type { Dataset } from '#engines/mapping';
import { pinyinKey } from './pinyin-key.ts';

/** Areas a file brings itself: districts of a foreign register, development zones without a code. */
export const areas: Dataset = {
  id: 'areas',
  words: { zh: '地区', en: 'areas' },
  table: 'area',
  yearly: false,
  countyless: true,
  key: ['code'],
  fields: {
    code: {
      type: 'identifier',
      column: 'code',
      required: true,
      maxLength: 80,
      words: { zh: '地区代码', en: 'area code' },
    },
    level: {
      type: 'code',
      column: 'level',
      required: true,
      codes: {
        province: ['省', '省级'],
        city: ['市', '地级'],
        county: ['县', '县级', '区县'],
        township: ['乡镇', '街道'],
      },
      words: { zh: '级别', en: 'level' },
    },
    kind: {
      type: 'code',
      column: 'kind',
      fallback: 'local',
      codes: { division: ['行政区划'], 'development-zone': ['开发区', '功能区'], local: ['自定'] },
      words: { zh: '类型', en: 'kind' },
    },
    parentCode: {
      type: 'identifier',
      column: 'parent_code',
      maxLength: 80,
      words: { zh: '上级代码', en: 'code of the area above' },
    },
    name: { type: 'text', column: 'name', required: true, maxLength: 100, words: { zh: '名称', en: 'name' } },
    nameKey: {
      type: 'text',
      column: 'name_key',
      derived: true,
      follows: ['name'],
      words: { zh: '拼音', en: 'pinyin' },
    },
  },
  derive: ({ name }) => ({ nameKey: pinyinKey(String(name)) }),
};
