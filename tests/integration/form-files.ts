import ExcelJs from 'exceljs';
import { parse } from 'yaml';
import { z } from 'zod';

const scalar = z.union([z.string(), z.number()]);
const school = z.record(z.string(), scalar);
const figures = z.record(z.string(), z.number());
const held = z.strictObject({ schools: z.array(school).optional(), figures: figures.optional() });

/** One file of an example of a rule, and what was imported before it. */
export const ruleExample = z.strictObject({
  form: z.string(),
  category: scalar.optional(),
  cells: z.record(z.string(), scalar).optional(),
  schools: z.array(school).optional(),
  figures: figures.optional(),
  classes: z.strictObject({ stage: z.string(), grade: z.number(), count: z.number() }).optional(),
  held: z.strictObject({ before: held.optional(), now: held.optional() }).default({}),
  at: z.string().optional(),
  findings: z.number().optional(),
  refused: z.boolean().optional(),
});
export type RuleExample = z.infer<typeof ruleExample>;

/** The school that an example is of where it names none. */
const own = 2134000001;

export const tablesProfile = `
profile: tables
title: { zh: 试, en: Tables }
sheets:
  - sheet: 学校
    records:
      - dataset: units
        fields:
          { id: 标识码, name: 学校, category: 类型, ownership: { value: public }, address: 地址, pointX: 经度, pointY: 纬度 }
  - sheet: 数值
    optional: true
    facts:
      - { unit: 标识码, stage: 学段, long: { measure: 指标, value: 数值 } }
  - sheet: 班级
    optional: true
    records:
      - dataset: classes
        fields: { unitId: 标识码, id: 班号, stage: 学段, grade: 年级, pupils: 人数 }
`;

type Tables = Pick<RuleExample, 'category' | 'schools' | 'figures' | 'classes'>;

/** Lists of schools, figures and classes as a workbook; every school has the figures, save those that report `no`. */
export async function tablesOf({ category = '小学', schools = [{ id: own }], figures: numbers, classes }: Tables) {
  const workbook = new ExcelJs.Workbook();
  const add = (name: string, rows: readonly (readonly (string | number | undefined)[])[]) => {
    workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  };
  add('学校', [
    ['标识码', '学校', '类型', '', '地址', '经度', '纬度'],
    ...schools.map(({ id = own, address, pointX, pointY }) => [
      id,
      `第${id}学校`,
      category,
      '',
      address,
      pointX,
      pointY,
    ]),
  ]);
  const rows = schools
    .filter(({ reports }) => reports !== 'no')
    .flatMap(({ id = own }) =>
      Object.entries(numbers ?? {}).map(([key, value]) => [id, ...key.split('@').toReversed(), value]),
    );
  if (rows.length > 0) add('数值', [['标识码', '学段', '指标', '数值'], ...rows]);
  if (classes !== undefined) {
    const { stage, grade, count } = classes;
    const list = Array.from({ length: count }, (_, nth) => [own, `C${nth}`, stage, grade, 40]);
    add('班级', [['标识码', '班号', '学段', '年级', '人数'], ...list]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const layout = z.object({
  forms: z.object({
    sheets: z.array(z.object({ sheet: z.string(), expect: z.record(z.string(), scalar).default({}) })),
  }),
});
type Cells = Readonly<Record<string, string | number>>;

/** A return of an invented school: the cells its layout expects, who it is, and those of the example. */
export async function formsOf(profileText: string, { category = '111', cells = {} }: RuleExample, schoolYear: number) {
  const { forms } = layout.parse(parse(profileText));
  const sheets = new Map<string, Record<string, string | number>>();
  const put = (sheet: string, values: Cells) => sheets.set(sheet, { ...sheets.get(sheet), ...values });
  put('封面', { C4: `${schoolYear}/${schoolYear + 1}学年初` });
  if (schoolYear < 2021) {
    const identity = { B7: `${own}`, D7: '示例县示例学校', D11: '341181000000', D15: `${category}`, E14: '教育部门' };
    put('基础基111', { ...identity, D10: '安徽省天长市示例镇示例路1号', G11: '121' });
    put('基础基112', {});
  } else {
    put('封面', { C8: '学校（机构）标识码', D8: `${own}`, C9: '学校（机构）名称', D9: '天长市示例学校' });
    put('封面', { C10: '办学类型', C11: `${category}`, E10: '举办者', E11: '教育部门' });
  }
  for (const [address, value] of Object.entries(cells)) {
    const [sheet = '', cell = ''] = address.split('!');
    put(sheet, { [cell]: value });
  }
  const workbook = new ExcelJs.Workbook();
  for (const [name, values] of sheets) {
    const { expect = {} } = forms.sheets.find(({ sheet }) => sheet === name) ?? {};
    const sheet = workbook.addWorksheet(name);
    for (const [cell, value] of Object.entries({ ...expect, ...values })) sheet.getCell(cell).value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
