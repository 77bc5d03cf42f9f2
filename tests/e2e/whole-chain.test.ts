import { createCanvas } from '@napi-rs/canvas';
import ExcelJS from 'exceljs';
import { expect, inject, test } from 'vitest';
import { type Actor, actor } from './acting.ts';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const phone = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true, hasTouch: true };
const roomsHead = '教学及辅助用房面积（平方米）';

interface Line {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly indicator: string;
  readonly title: { readonly zh: string };
}

/** A photo that no other test sends: evidence used twice is a finding. */
function photo(seed: number): Promise<Buffer> {
  const canvas = createCanvas(64, 64);
  const pen = canvas.getContext('2d');
  for (let n = 0; n < 64; n += 1) {
    pen.fillStyle = `rgb(${(n * 97 * seed) % 256}, ${(n * 59) % 256}, ${(n * 31 + seed) % 256})`;
    pen.fillRect((n % 8) * 8, Math.floor(n / 8) * 8, 8, 8);
  }
  return canvas.encode('jpeg', 80);
}

/** The county's workbook of next year: this year's figures, with more rooms for one school. */
async function nextYear(area: string, unit: string, more: number): Promise<Blob> {
  const answer = await fetch(`${inject('address')}/api/v1/areas/${area}/workbook?year=2026`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const sheet = book.getWorksheet('学校数据（全校）');
  const heads = sheet?.getRow(1).values;
  const column = Array.isArray(heads) ? heads.indexOf(roomsHead) : -1;
  for (let row = 2; row <= (sheet?.rowCount ?? 0); row += 1) {
    const cell = sheet?.getCell(row, column);
    if (sheet?.getCell(row, 1).value === unit && cell !== undefined) cell.value = Number(cell.value) + more;
  }
  return new Blob([await book.xlsx.writeBuffer()]);
}

/** The school writes in its sheet on a phone without a network; what it wrote and photographed arrives when there is one. */
async function reportOffline(clerk: Actor, path: string): Promise<void> {
  const page = await story.open(path, { ...phone, ...clerk.options });
  const saved = page.getByRole('status').filter({ hasText: '全部已保存到服务器' });
  await saved.waitFor();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
    .toBe(true);
  story.expectOffline();
  await page.context().setOffline(true);
  await page.getByLabel('全面做到').first().check();
  await page
    .getByLabel(/拍照或选文件/)
    .first()
    .setInputFiles({ name: 'rooms.jpg', mimeType: 'image/jpeg', buffer: await photo(3) });
  await page
    .getByRole('status')
    .filter({ hasText: /离线：\d 项回答保存在本机/ })
    .waitFor();
  expect((await clerk.ask<{ answers: readonly unknown[] }>(path)).answers).toEqual([]);
  await page.context().setOffline(false);
  await saved.waitFor();
  const { answers } = await clerk.ask<{ answers: readonly { files: readonly string[] }[] }>(path);
  expect(answers.map(({ files }) => files.length)).toEqual([1]);
}

test('a gap becomes a project, the school shows its work, another officer accepts, next year closes the line', async () => {
  const area = await demoCounty();
  const city = `${area.slice(0, 4)}00`;
  const province = `${area.slice(0, 2)}0000`;
  const officer = actor(area, `demo-${area}-county-officer`);
  const inspector = actor(area, `demo-${area}-inspector`);
  const above = actor(city, `demo-${city}-city-officer`);
  const highest = actor(province, `demo-${province}-province-officer`);
  const { rows } = await ask<{ rows: readonly Line[] }>(
    `/ledger/areas/${area}/lines?state=open&progress=unplanned&limit=2000`,
  );
  const persons = await ask<{ rows: readonly { person: string; unit: { id: string } | null }[] }>('/trial/persons');
  const withClerk = new Set(persons.rows.flatMap(({ person, unit }) => (person.includes('clerk') ? [unit?.id] : [])));
  const line = rows.find(({ unit, indicator }) => indicator === 'B1' && withClerk.has(unit));
  if (line === undefined) throw new Error('no school with a clerk lacks rooms');
  const countsAt = async () =>
    (await highest.ask<{ whole: { counts: { open: number; closed: number } } }>(`/ledger/areas/${province}/summary`))
      .whole.counts;
  const before = await countsAt();

  // The officer draws up a project; the city approves it.
  const page = await settled(
    await story.open(`/areas/${area}/ledger?l.q=${encodeURIComponent(line.name)}`, officer.options),
  );
  await page.locator('tr', { hasText: line.title.zh }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /立为项目/ }).click();
  await page.getByLabel('项目名称').fill('教学用房改造（虚构）');
  await page.getByRole('button', { name: '立项', exact: true }).click();
  await page.waitForURL(/\/projects\//);
  const name = `${area}-${page.url().split('/projects/')[1]?.split('?')[0] ?? ''}`;
  const actOn = (who: Actor, action: string, given: object = {}) =>
    who.send(`/cases/ledger.project/${name}/actions/${action}`, given);
  await actOn(officer, 'submit');
  await actOn(above, 'approve');
  await actOn(officer, 'start');

  // The school: a sheet on a phone, offline.
  const round = await officer.send<{ id: string }>(`/quality/areas/${area}/rounds`, {
    instrument: 'CN-CQE-2021-school',
    title: '改造情况自查（虚构）',
    schoolYear: 2026,
    selfDueOn: '2099-01-10',
    units: [line.unit],
  });
  const opened = await officer.ask<{ rows: readonly { selfSheet: string }[] }>(
    `/quality/areas/${area}/rounds/${round.id}`,
  );
  const clerk = actor(area, `demo-${area}-school-clerk-${line.unit}`);
  await reportOffline(clerk, `/sheets/${area}/${opened.rows[0]?.selfSheet}`);

  // The officer reports completion with evidence and may not accept it; another may, on the page of the case.
  const form = new FormData();
  form.set('file', new Blob([Uint8Array.from(await photo(7))]), '改造后教室.jpg');
  const evidence = await officer.send<{ id: string }>(`/files?area=${area}`, form);
  await actOn(officer, 'complete', { files: [{ file: evidence.id, name: '改造后教室.jpg' }] });
  const accepting = await settled(await story.open(`/cases/ledger.project/${name}`, inspector.options));
  await accepting.getByText('验收通过', { exact: true }).first().click();
  await accepting.getByRole('textbox', { name: '理由' }).fill('现场核对，面积属实');
  await accepting.getByRole('button', { name: '验收通过' }).click();
  await accepting.getByText('已办结：已验收').waitFor();
  const linePath = `/ledger/areas/${area}/lines/${encodeURIComponent(line.id)}`;
  const stateOf = async () => (await ask<{ line: { state: string } }>(linePath)).line.state;
  expect(await stateOf()).toBe('open');

  // Next year's return closes the line, and every level sees it move.
  const workbook = new FormData();
  workbook.set('profile', 'county-workbook');
  workbook.set('year', '2027');
  workbook.set('file', await nextYear(area, line.unit, 400), '2027.xlsx');
  const { batch } = await officer.send<{ batch: string }>(`/areas/${area}/imports`, workbook);
  try {
    await officer.send(`/areas/${area}/imports/${batch}/commit`, { partial: false });
    expect(await stateOf()).toBe('closed');
    const own = await settled(
      await story.open(`/areas/${area}/ledger/${encodeURIComponent(line.id)}`, officer.options),
    );
    expect(await own.locator('.jh-answer').first().innerText()).toContain('已销号');
    expect(await own.locator('main').innerText()).toContain('验收');
    expect(await countsAt()).toMatchObject({ open: before.open - 1, closed: before.closed + 1 });
    const review = await settled(await story.open(`/areas/${province}/review`, highest.options));
    expect(await review.locator('.jh-answer').first().innerText()).toContain(`${before.open - 1} 条未销号`);
    expect(await review.locator('main').innerText()).toMatch(/销号 [1-9]\d* 条[\s\S]*随项目验收 [1-9]\d* 条/);
  } finally {
    // The stories that follow read the year that the demo ends with.
    await officer.send(`/areas/${area}/imports/${batch}/undo`, { reason: '演示数据恢复到导入之前' });
  }
});
