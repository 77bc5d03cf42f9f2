import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import type { OfficialDocument } from './model.ts';
import { textWidth } from './text-width.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';
import { writeWorkbook } from './write-workbook.ts';

const writtenAt = new Date('2026-11-21T00:00:00Z');
const bars = [{ label: '小学', value: 0.515257, shown: '0.515', limit: 0.5, isOutside: true }];

const report: OfficialDocument = {
  language: 'zh',
  title: '虚构县自评报告',
  addressee: '督导办',
  body: [
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'paragraph', text: '𠮷祥小学差异系数为0.515257。' },
    { kind: 'chart', caption: '图1', drawing: barChart(bars, '图例', '说明') },
    {
      kind: 'table',
      caption: '表1',
      columns: [
        { header: '学校', weight: 2, align: 'left' },
        { header: '值', weight: 1, align: 'right' },
      ],
      rows: Array.from({ length: 60 }, (_, row) => [`第${row + 1}小学`, (row / 7).toFixed(3)]),
    },
  ],
  signature: { organization: '虚构县人民政府', on: '2026-09-01' },
  attachments: [{ title: '明细', body: [{ kind: 'paragraph', text: '内容。' }] }],
};

test('a docx keeps every word, rare characters too, on the official page', async () => {
  const parts = unzipSync(await writeDocx(report));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('|');
  for (const words of [
    '虚构县自评报告',
    '督导办：',
    '一、总体情况',
    '𠮷祥小学差异系数为0.515257。',
    '8.429',
    '附件：明细',
    '2026年9月1日',
  ]) {
    expect(text).toContain(words);
  }
  const margins = ['top', 'bottom', 'left', 'right'].map((side) =>
    Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]),
  );
  expect(margins.map((twentieths) => Math.round((twentieths / 20 / 72) * 25.4))).toEqual([37, 35, 28, 26]);
  expect(Object.keys(parts).some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true);
  expect(Object.keys(parts).filter((name) => /^word\/footer\d/.test(name))).toHaveLength(2);
});

test('a PDF breaks pages, names what its font lacks and is the same each time', async () => {
  const [first, second] = [await writePdf(report, writtenAt), await writePdf(report, writtenAt)];
  expect(first.missing).toEqual(['𠮷']);
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(first.bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
});

test('a workbook keeps figures unrounded and empty cells empty', async () => {
  const bytes = await writeWorkbook(
    {
      title: '表',
      sheets: [
        {
          name: '小学',
          title: '七项指标',
          columns: [
            { header: '学校', widthCharacters: 20 },
            { header: '值', group: '生均', widthCharacters: 10, format: '0.00' },
            { header: '达标', group: '生均', widthCharacters: 8 },
          ],
          rows: [
            ['𠮷祥小学', 1 / 3, '是'],
            ['二小', null, ''],
          ],
          notes: ['注'],
        },
      ],
    },
    writtenAt,
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet('小学');
  expect(sheet?.getCell('A5').value).toBe('𠮷祥小学');
  expect(sheet?.getCell('B5').value).toBe(1 / 3);
  expect(sheet?.getCell('B5').numFmt).toBe('0.00');
  expect(sheet?.getCell('B6').value).toBeNull();
  expect(sheet?.getCell('B3').value).toBe('生均');
});

test('a long label of a chart is broken, not drawn over the margin', () => {
  const label = '初中 每百名学生拥有体育、艺术（美术、音乐）专任教师数';
  const { shapes } = barChart([{ label, value: 0.3, shown: '0.300', limit: 0.45, isOutside: false }], '图例', '说明');
  const texts = shapes.filter((shape) => shape.kind === 'text' && shape.anchor === 'end');
  expect(texts.length).toBe(2);
  for (const shape of texts) {
    if (shape.kind === 'text') expect(shape.at[0] - textWidth(shape.text, shape.sizePt)).toBeGreaterThanOrEqual(0);
  }
});
