import { identifierFits, parseSchoolIdentifier } from '#core/codes';
import type { Dataset, FieldValues, RecordFault } from '#engines/mapping';
import { convertPoint, datums } from '#kernels/datum';
import { categoryCodes, kindCodes, ownershipCodes, stageCodes, stagesOfCategory, urbanRuralCodes } from './codes.ts';
import { pinyinKey } from './pinyin-key.ts';

/** Schools, campuses and teaching points. */
export const units: Dataset = {
  id: 'units',
  words: { zh: '学校（单位）', en: 'units' },
  table: 'unit',
  yearly: false,
  key: ['id'],
  fields: {
    id: {
      type: 'identifier',
      column: 'id',
      required: true,
      maxLength: 64,
      words: { zh: '学校标识码', en: 'identifier' },
    },
    name: {
      type: 'text',
      column: 'name',
      required: true,
      maxLength: 100,
      formerColumn: 'former_names',
      words: { zh: '学校名称', en: 'name' },
    },
    category: {
      type: 'code',
      column: 'category',
      required: true,
      codes: categoryCodes,
      words: { zh: '办学类型', en: 'category' },
    },
    kind: {
      type: 'code',
      column: 'kind',
      codes: kindCodes,
      fallback: 'school',
      words: { zh: '单位类型', en: 'kind of unit' },
    },
    ownership: {
      type: 'code',
      column: 'ownership',
      required: true,
      codes: ownershipCodes,
      words: { zh: '举办性质', en: 'ownership' },
    },
    stages: {
      type: 'codes',
      column: 'stages',
      codes: stageCodes,
      follows: ['stages', 'category'],
      words: { zh: '学段', en: 'stages' },
    },
    parentUnitId: {
      type: 'identifier',
      column: 'parent_unit_id',
      maxLength: 64,
      words: { zh: '所属学校标识码', en: 'identifier of the school it belongs to' },
    },
    legalPersonId: {
      type: 'identifier',
      column: 'legal_person_id',
      maxLength: 64,
      words: { zh: '法人编号', en: 'legal person id' },
    },
    townshipCode: {
      type: 'identifier',
      column: 'township_code',
      maxLength: 80,
      words: { zh: '乡镇（街道）代码', en: 'township code' },
    },
    address: { type: 'text', column: 'address', maxLength: 200, words: { zh: '地址', en: 'address' } },
    urbanRural: {
      type: 'code',
      column: 'urban_rural',
      codes: urbanRuralCodes,
      words: { zh: '城乡类型', en: 'urban-rural class' },
    },
    boarding: { type: 'boolean', column: 'boarding', words: { zh: '是否寄宿制', en: 'boarding school' } },
    yearBuilt: {
      type: 'integer',
      column: 'year_built',
      range: [1800, 2100],
      words: { zh: '建成年份', en: 'year built' },
    },
    pointX: { type: 'number', column: 'point_x', range: [-180, 180], words: { zh: '经度', en: 'longitude' } },
    pointY: { type: 'number', column: 'point_y', range: [-90, 90], words: { zh: '纬度', en: 'latitude' } },
    pointDatum: {
      type: 'code',
      column: 'point_datum',
      follows: ['pointX', 'pointY', 'pointDatum'],
      codes: { WGS84: ['CGCS2000', '国家2000'], 'GCJ-02': ['高德', '腾讯', '火星坐标'], 'BD-09': ['百度'] },
      words: { zh: '坐标系', en: 'datum of the point' },
    },
    nameKey: {
      type: 'text',
      column: 'name_key',
      derived: true,
      follows: ['name'],
      words: { zh: '拼音', en: 'pinyin' },
    },
    identifier: { type: 'text', column: 'identifier', derived: true, words: { zh: '标识码', en: 'identifier' } },
    lng: {
      type: 'number',
      column: 'lng',
      derived: true,
      follows: ['pointX', 'pointY'],
      words: { zh: '经度（WGS84）', en: 'longitude (WGS84)' },
    },
    lat: {
      type: 'number',
      column: 'lat',
      derived: true,
      follows: ['pointX', 'pointY'],
      words: { zh: '纬度（WGS84）', en: 'latitude (WGS84)' },
    },
    groupId: {
      type: 'text',
      column: 'group_id',
      maxLength: 64,
      words: { zh: '所属集团（共同体）', en: 'school group' },
    },
  },
  derive: (values) => ({
    nameKey: pinyinKey(String(values.name)),
    identifier: parseSchoolIdentifier(String(values.id)) === undefined ? null : String(values.id),
    stages: stagesOf(values),
    ...pointOf(values),
  }),
  check: judgeUnit,
};

function stagesOf({ stages, category }: FieldValues): readonly string[] {
  return Array.isArray(stages) && stages.length > 0 ? stages : (stagesOfCategory[String(category)] ?? []);
}

function pointOf({ pointX, pointY, pointDatum }: FieldValues) {
  const datum = datums.find((known) => known === (pointDatum ?? 'WGS84'));
  if (typeof pointX !== 'number' || typeof pointY !== 'number' || datum === undefined) {
    return { lng: null, lat: null, pointDatum: null };
  }
  return { ...convertPoint({ lng: pointX, lat: pointY }, datum, 'WGS84'), pointDatum: datum };
}

function judgeUnit(values: FieldValues, countyCode: string): readonly RecordFault[] {
  const faults: RecordFault[] = [];
  const id = String(values.id);
  const identifier = parseSchoolIdentifier(id);
  const chinese = /^\d{6}$/.test(countyCode);
  if (chinese && /^\d+$/.test(id) && identifier === undefined) {
    faults.push({
      field: 'id',
      severity: 'refused',
      message: {
        zh: '学校标识码应为 10 位：2 位类别、2 位省码、6 位顺序号。',
        en: 'A school identifier has 10 digits: 2 of category, 2 of province, 6 of sequence.',
      },
      remedy: {
        zh: '请按教育统计中的标识码填写，并把该列设为文本。',
        en: 'Write the identifier of the education statistics and format the column as text.',
      },
    });
  }
  if (identifier !== undefined && values.kind === 'school' && !identifierFits(identifier, String(values.category))) {
    faults.push({
      field: 'category',
      severity: 'warning',
      message: {
        zh: '办学类型与标识码前两位的类别不符。',
        en: 'The category does not fit the first two digits of the identifier.',
      },
      remedy: { zh: '请核对标识码和办学类型。', en: 'Check the identifier and the category.' },
    });
  }
  if (identifier !== undefined && chinese && identifier.province !== countyCode.slice(0, 2)) {
    faults.push({
      field: 'id',
      severity: 'warning',
      message: {
        zh: '标识码中的省码与所报县不在同一个省。',
        en: 'The province in the identifier is not that of the county.',
      },
      remedy: {
        zh: '请核对标识码；跨省迁建的学校可不处理。',
        en: 'Check the identifier; leave it where the school moved between provinces.',
      },
    });
  }
  if (values.kind !== 'school' && values.parentUnitId === null) {
    faults.push({
      field: 'parentUnitId',
      severity: 'warning',
      message: {
        zh: '校区、教学点没有写所属学校。',
        en: 'A campus or teaching point does not say which school it belongs to.',
      },
      remedy: { zh: '请填写所属学校标识码。', en: 'Write the identifier of the school.' },
    });
  }
  if ((values.pointX === null) !== (values.pointY === null)) {
    faults.push({
      field: values.pointX === null ? 'pointY' : 'pointX',
      severity: 'warning',
      message: {
        zh: '经度、纬度只填了一个，没有采用。',
        en: 'Only one of longitude and latitude is given; the point was not taken.',
      },
      remedy: { zh: '请两项都填，或都留空。', en: 'Give both or neither.' },
    });
  }
  return faults;
}
