import type { Words } from './words.ts';

/** What a formula may ask about a unit besides its measures. */
export interface AttributeDefinition {
  readonly id: string;
  readonly words: Words;
  readonly type: 'text' | 'number' | 'boolean';
  /** The only texts the attribute can have; absent where any text is possible. */
  readonly values?: readonly string[];
}

/** The attributes of a unit that formulas may name, e.g. `urbanRural = 'rural'`. */
export const attributes: readonly AttributeDefinition[] = [
  {
    id: 'kind',
    words: { zh: '单位类型', en: 'kind of unit' },
    type: 'text',
    values: ['school', 'campus', 'teaching-point'],
  },
  {
    id: 'category',
    words: { zh: '办学类型', en: 'category' },
    type: 'text',
    values: [
      'kindergarten',
      'primary',
      'junior',
      'nine-year',
      'complete-secondary',
      'senior',
      'twelve-year',
      'special',
      'vocational',
    ],
  },
  {
    id: 'ownership',
    words: { zh: '举办性质', en: 'ownership' },
    type: 'text',
    values: ['public', 'inclusive-private', 'private'],
  },
  {
    id: 'urbanRural',
    words: { zh: '城乡类型', en: 'urban-rural class' },
    type: 'text',
    values: ['urban', 'town', 'rural'],
  },
  { id: 'boarding', words: { zh: '是否寄宿制', en: 'boarding school' }, type: 'boolean' },
  {
    id: 'denseCentre',
    words: { zh: '是否大城市中心城区学校', en: 'in the dense centre of a big city' },
    type: 'boolean',
  },
  { id: 'yearBuilt', words: { zh: '规划建成年份', en: 'year built' }, type: 'number' },
  { id: 'township', words: { zh: '所在乡镇', en: 'township' }, type: 'text' },
  { id: 'group', words: { zh: '所属集团（共同体）', en: 'school group' }, type: 'text' },
];
