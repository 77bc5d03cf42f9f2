import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import { expect, test } from 'vitest';
import { type Mapped, mapFile, type Profile, readProfile } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { registryDatasets } from '#modules/organization';
import { loadDictionary } from '#standards';

const { dictionary } = loadDictionary({
  path: 'policies/measures.yaml',
  text: readFileSync('policies/measures.yaml', 'utf8'),
});
const profileOf = (id: string): Profile =>
  readProfile(id, readFileSync(`profiles/returns/${id}.yaml`, 'utf8'), { datasets: registryDatasets, dictionary });

type Sheets = Record<string, Record<string, string | number>>;

/** A return of an invented school: the cells the profile expects, and those given. */
async function map(profile: Profile, given: Sheets): Promise<Mapped> {
  const workbook = new ExcelJs.Workbook();
  for (const form of profile.forms?.sheets ?? []) {
    if (given[form.sheet] !== undefined || form.optional !== true) {
      const sheet = workbook.addWorksheet(form.sheet);
      for (const [cell, value] of Object.entries({ ...form.expect, ...given[form.sheet] })) {
        sheet.getCell(cell).value = value;
      }
    }
  }
  const table = openTable(new Uint8Array(await workbook.xlsx.writeBuffer()), 'return.xlsx');
  const context = {
    dictionary,
    datasets: registryDatasets,
    areaCode: '341181',
    schoolYear: null,
    areas: [],
    units: null,
  };
  return mapFile(table, profile, context);
}
const facts = (mapped: Mapped) => Object.fromEntries(mapped.facts.map((f) => [`${f.measure}@${f.stage}`, f.value]));
const found = (mapped: Mapped) =>
  mapped.findings.map((f) => `${f.code} ${f.place.sheet} ${f.place.column}${f.place.row}`);

const kindergarten: Sheets = {
  封面: { C4: '（2020 /2021 学年初）' },
  基础基111: {
    B7: '1134000001',
    D7: '示例县示例幼儿园',
    D10: '安徽省天长市示例镇示例路1号',
    D11: '341181000000',
    G11: '121',
    D15: '111',
    E14: '教育部门',
    G14: '*',
    I14: -1,
  },
  基础基112: { D33: 2 },
  基础基211: { D6: 4, F6: 1, G6: 1, H6: 2 },
  基础基311: { I7: 125, D7: 30, O7: 50, O15: 50, L7: 25, M7: 26, N7: 74 },
  基础基411: { D7: 12, E7: 1, F7: 8, H7: 3 },
  基础基4211: { D9: 8, F9: 3, G9: 4, H9: 1 },
};

test('a kindergarten return imports whole: every filled cell is read, a heading, or known and unused', async () => {
  const mapped = await map(profileOf('cn-base-returns-2018'), kindergarten);
  expect([mapped.refused, mapped.schoolYears, mapped.counties]).toEqual([0, [2020], ['341181']]);
  expect(mapped.records[0]?.values).toMatchObject({
    id: '1134000001',
    category: 'kindergarten',
    ownership: 'public',
    urbanRural: 'town',
    stages: ['kindergarten'],
  });
  expect(facts(mapped)).toMatchObject({
    'students@kindergarten': 125,
    'classes@kindergarten': 4,
    'fullTimeTeachers@kindergarten': 8,
    'aboveRequiredDegreeTeachers@kindergarten': 7,
    'staff@all': 12,
  });
  expect(found(mapped)).toEqual([]);
});

test('a remark, a sum that is wrong, an unknown cell and a shifted layout are each named by their cell', async () => {
  const profile = profileOf('cn-base-returns-2018');
  const noted = await map(profile, {
    ...kindergarten,
    基础基112续表1: { B4: '离园人数多于去年大班' },
    基础基411: { D7: 99, E7: 1, F7: 8, G7: 0, H7: 3, I7: 0, Z9: 5 },
  });
  expect(found(noted)).toEqual([
    'form-remark 基础基112续表1 B4',
    'cell-not-known 基础基411 Z9',
    'form-check 基础基411 D7',
  ]);
  const shifted = await map(profile, { ...kindergarten, 基础基411: { F5: '保育员' } });
  expect([found(shifted), shifted.facts]).toEqual([['form-layout 基础基411 F5'], []]);
});

test('the layout of the wrong years is refused', async () => {
  const mapped = await map(profileOf('cn-base-returns-2018'), { ...kindergarten, 封面: { C4: '（2023/2024学年初）' } });
  expect(found(mapped)).toEqual(['profile-year 封面 C4']);
});

test('a primary school since 2021: identifier found by its label, numbers by the dictionary, money in 万元', async () => {
  const mapped = await map(profileOf('cn-base-returns-2021'), {
    封面: {
      C4: '2023/2024学年初',
      C8: '学校（机构）标识码',
      D8: '2134000001',
      C9: '学校（机构）名称',
      D9: '天长市示例小学',
      C10: '办学类型',
      C11: '小学',
      E10: '举办者',
      E11: '教育部门',
    },
    教基3112: {
      C6: 90,
      D6: 100,
      F6: 40,
      G6: 30,
      H6: 30,
      I6: 600,
      K6: 100,
      L6: 100,
      M6: 100,
      N6: 100,
      O6: 100,
      P6: 100,
      Q6: 99,
      I10: 12,
      I11: 34,
    },
    教基5176: { D7: 5000, D12: 20000, D17: 24, D19: 123.45 },
  });
  expect(facts(mapped)).toMatchObject({
    'students@primary': 600,
    'entrants@primary': 100,
    'boarders@primary': 12,
    'equipmentValueYuan@all': 1_234_500,
    'multimediaRooms@all': 24,
  });
  expect(found(mapped)).toEqual([]);
});
