import type { LocalText } from '#core/locale';
import type { ExportTable } from './contract.ts';

export interface ExportColumn {
  readonly id: string;
  readonly words: LocalText;
  /** The SQL that gives it. */
  readonly sql: string;
}

export interface ExportSource {
  readonly words: LocalText;
  readonly columns: readonly ExportColumn[];
  /** Tables and conditions; `$1` = the counties, `$2` = the school year, `$3` = the township or null. */
  readonly from: string;
  readonly order: string;
  readonly isYearly: boolean;
  /** Whether `measure_name` is filled from the dictionary. */
  readonly namesMeasures?: boolean;
}

const column = (id: string, zh: string, en: string, sql = id): ExportColumn => ({ id, words: { zh, en }, sql });

const unitColumns = [
  column('county_code', '县代码', 'county', 'u.county_code'),
  column('unit_id', '学校标识码', 'identifier', 'u.id'),
  column('unit_name', '学校名称', 'name', 'u.name'),
];
const ofUnit = (table: string) => `FROM ${table} t JOIN unit u ON u.county_code = t.county_code AND u.id = t.unit_id
  WHERE t.county_code = ANY ($1::text[]) AND t.school_year = $2::int AND ($3::text IS NULL OR u.township_code = $3::text)`;

/** The tables that can be taken away whole: what each column is called and where it comes from. */
export const exportTables: Readonly<Record<ExportTable, ExportSource>> = {
  areas: {
    words: { zh: '地区', en: 'areas' },
    columns: [
      column('code', '代码', 'code'),
      column('name', '名称', 'name'),
      column('level', '级别', 'level'),
      column('kind', '类型', 'kind'),
      column('parent_code', '上级代码', 'parent'),
    ],
    from: "FROM area WHERE code = ANY ($1::text[]) OR level = 'township' AND parent_code = ANY ($1::text[])",
    order: 'code',
    isYearly: false,
  },
  units: {
    words: { zh: '学校', en: 'units' },
    columns: [
      ...unitColumns,
      column('kind', '单位类型', 'kind'),
      column('category', '办学类型', 'category'),
      column('stages', '学段', 'stages', "array_to_string(u.stages, ' ')"),
      column('ownership', '举办性质', 'ownership'),
      column('urban_rural', '城乡类型', 'urban-rural class'),
      column('boarding', '寄宿制', 'boarding', 'u.boarding::int'),
      column('year_built', '建成年份', 'year built'),
      column('township_code', '乡镇代码', 'township'),
      column('address', '地址', 'address'),
      column('lng', '经度（WGS84）', 'longitude (WGS84)'),
      column('lat', '纬度（WGS84）', 'latitude (WGS84)'),
      column('parent_unit_id', '所属学校', 'belongs to'),
      column('legal_person_id', '法人编号', 'legal person'),
      column('group_id', '集团（共同体）', 'group'),
      column('closed_on', '撤销日期', 'closed on', 'u.closed_on::text'),
    ],
    from: 'FROM unit u WHERE u.county_code = ANY ($1::text[]) AND ($3::text IS NULL OR u.township_code = $3::text)',
    order: 'u.county_code, u.id',
    isYearly: false,
  },
  facts: {
    words: { zh: '数据', en: 'facts' },
    columns: [
      ...unitColumns,
      column('school_year', '学年', 'school year'),
      column('stage', '学段', 'stage', 't.stage'),
      column('measure', '指标项', 'measure'),
      column('measure_name', '指标项名称', 'name of the measure', 't.measure'),
      column('value', '值', 'value'),
      column('batch_id', '来源批次', 'import batch', 't.batch_id'),
    ],
    from: ofUnit('fact'),
    order: 'u.county_code, u.id, t.measure, t.stage',
    isYearly: true,
    namesMeasures: true,
  },
  classes: {
    words: { zh: '班级', en: 'classes' },
    columns: [
      ...unitColumns,
      column('school_year', '学年', 'school year'),
      column('class_id', '班号', 'class', 't.id'),
      column('stage', '学段', 'stage', 't.stage'),
      column('grade', '年级', 'grade'),
      column('pupils', '学生数', 'pupils'),
    ],
    from: ofUnit('school_class'),
    order: 'u.county_code, u.id, t.id',
    isYearly: true,
  },
  staff: {
    words: { zh: '教职工', en: 'staff' },
    columns: [
      ...unitColumns,
      column('school_year', '学年', 'school year'),
      column('staff_id', '人员编号', 'staff number', 't.id'),
      column('role', '岗位', 'role'),
      column('stage', '任教学段', 'stage', 't.stage'),
      column('subject', '学科', 'subject'),
      column('full_time', '专任', 'full time', 't.full_time::int'),
      column('degree', '学历', 'degree'),
      column('backbone', '骨干', 'backbone', 't.backbone::int'),
      column('certificate', '教师资格证', 'certificate', 't.certificate::int'),
      column('title', '职称', 'title'),
    ],
    from: ofUnit('staff'),
    order: 'u.county_code, u.id, t.id',
    isYearly: true,
  },
  submissions: {
    words: { zh: '报送情况', en: 'submissions' },
    columns: [
      ...unitColumns,
      column('school_year', '学年', 'school year', '$2::int'),
      column(
        'facts',
        '已报数据项',
        'facts',
        '(SELECT count(*) FROM fact f WHERE f.county_code = u.county_code AND f.school_year = $2::int AND f.unit_id = u.id)',
      ),
    ],
    from: 'FROM unit u WHERE u.county_code = ANY ($1::text[]) AND u.closed_on IS NULL AND ($3::text IS NULL OR u.township_code = $3::text)',
    order: 'facts, u.county_code, u.id',
    isYearly: true,
  },
};
