import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const sheetName = '学校数据（分学段）';
const pupilsHead = '在校生数（人）';

async function countyWorkbook(area: string): Promise<ExcelJS.Workbook> {
  const answer = await fetch(`${inject('address')}/api/v1/areas/${area}/workbook?year=2026`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}

/** The pupils of the first primary school in the workbook. */
function pupilsCell(book: ExcelJS.Workbook): ExcelJS.Cell {
  const sheet = book.getWorksheet(sheetName);
  const heads = sheet?.getRow(1).values;
  const column = Array.isArray(heads) ? heads.indexOf(pupilsHead) : -1;
  for (let row = 2; row <= (sheet?.rowCount ?? 0); row++) {
    if (sheet?.getCell(row, 3).value === '小学') return sheet.getCell(row, column);
  }
  throw new Error('the workbook has no primary school');
}

async function hand(page: Page, book: ExcelJS.Workbook, name: string): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  });
  await page.getByRole('button', { name: '检查文件' }).click();
  await page.waitForURL(/batch=/, { timeout: 90_000 });
  await settled(page);
}

async function pupilsOf(area: string, unit: string): Promise<number | null> {
  const { rows } = await ask<{ rows: readonly { unit: string; stage: string; pupils: number | null }[] }>(
    `/balance/areas/${area}/schools?year=2026&stage=primary&limit=1000`,
  );
  return rows.find((row) => row.unit === unit)?.pupils ?? null;
}

test('a wrong file is refused in place, mended, committed and taken back', async () => {
  const area = await demoCounty();
  const book = await countyWorkbook(area);
  const cell = pupilsCell(book);
  const unit = book.getWorksheet(sheetName)?.getCell(Number(cell.row), 1).text ?? '';
  const before = Number(cell.value);

  const page = await settled(await story.open(`/areas/${area}/import`));
  cell.value = '三百人';
  await hand(page, book, '填错的工作簿.xlsx');
  const finding = page.locator('tr', { has: page.locator('.jh-cell-address', { hasText: cell.address }) }).first();
  expect(await finding.innerText()).toContain('三百人');

  const sheet = page.getByRole('table', { name: `工作表 ${sheetName}` });
  const name = new RegExp(`^${cell.address} 三百人 未接受`);
  await page.getByRole('button', { name: `在表格中查看 ${cell.address}` }).click();
  await sheet.getByRole('button', { name, pressed: true }).waitFor();
  expect(await page.locator('.jh-sheet-step').first().innerText()).toContain('三百人');
  expect(await sheet.locator('thead').innerText()).toContain(pupilsHead);
  await page.getByRole('checkbox', { name: '只看有问题的行' }).click();
  await page.waitForURL(/rows=problems/);
  await expectAccessible(page);
  expect((await sheet.locator('tbody th').allInnerTexts()).map(Number)).toContain(Number(cell.row));
  expect(await page.locator('.jh-answer-line').innerText()).toMatch(/需要您处理/);

  const rules = page.getByRole('table', { name: '表间核查' });
  expect(await rules.locator('tbody tr').count()).toBe(21);
  const guards = rules.locator('tr', { hasText: '安全保卫人员一至五人' });
  expect(await guards.innerText()).toMatch(/未核查[\s\S]*缺少数据：“安全保卫人员”（基础基112!D33）/);
  expect(await rules.locator('tr', { hasText: '两所学校的经纬度不应相同' }).innerText()).toContain('相符');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载标注了错误的副本' }).click(),
  ]);
  const annotated = new ExcelJS.Workbook();
  await annotated.xlsx.readFile(await download.path());
  expect(annotated.getWorksheet(sheetName)?.getCell(cell.address).value).toBe('三百人');
  expect(JSON.stringify(annotated.getWorksheet(sheetName)?.getCell(cell.address).note ?? '')).not.toBe('""');

  await page.getByRole('button', { name: '换一个文件' }).click();
  cell.value = before + 1;
  await hand(page, book, '改好的工作簿.xlsx');
  await page.getByRole('button', { name: /^(确认导入|跳过有误的行)/ }).click();
  await page.getByText(/^已导入：共/).waitFor({ timeout: 90_000 });
  expect(await pupilsOf(area, unit)).not.toBeNull();

  await page.getByRole('button', { name: '撤销导入' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('撤销原因').fill('试一试');
  await dialog.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已撤销，数据恢复到导入之前。').waitFor({ timeout: 90_000 });
  const again = await countyWorkbook(area);
  expect(Number(pupilsCell(again).value)).toBe(before);
}, 240_000);

test('a file that is no workbook is refused with a remedy', async () => {
  const area = await demoCounty();
  const page = await settled(await story.open(`/areas/${area}/import`));
  await page.getByLabel('选择文件').setInputFiles({
    name: '坏文件.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004 this is no zip'),
  });
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: '检查文件' }).click(),
  ]);
  story.expectRefusal(answer.status());
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  expect(answer.status()).toBeLessThan(500);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('alert').first().innerText()).toMatch(/[\u4e00-\u9fff]{6}/);
}, 120_000);
