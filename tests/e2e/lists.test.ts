import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const schools = async () => `/areas/${await demoCounty()}/schools`;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('a list filtered, sorted and given other columns is kept under a name, and its link opens the same', async () => {
  const page = await settled(await story.open(await schools()));
  const list = page.getByRole('table').first();
  await list.waitFor();
  const all = await page.locator('tr[data-row]').count();

  await page.getByRole('button', { name: '筛选' }).click();
  const filters = page.getByRole('region', { name: '筛选' });
  await filters.getByRole('checkbox', { name: /^初中/ }).first().check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: '学生数', exact: true }).click();
  await page.getByRole('button', { name: /^列/ }).click();
  await page.getByRole('region', { name: '显示哪些列' }).getByRole('checkbox', { name: '城乡' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: '城乡' }).waitFor({ state: 'detached' });

  const pupils = await list.locator('tr[data-row] > :nth-child(6)').allInnerTexts();
  const numbers = pupils.map((text) => Number(text.replaceAll(',', '')));
  expect(numbers.length).toBeLessThan(all);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));

  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('当前视图的名称').fill('初中由大到小');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '默认视图' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('tr[data-row]').length === count, all);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('button', { name: '初中由大到小', exact: true }).click();
  await page.waitForFunction(() => location.search.includes('s.sort'));

  const other = await settled(await story.open(new URL(page.url()).pathname + new URL(page.url()).search));
  await other.getByRole('table').first().waitFor();
  expect(await other.locator('tr[data-row] > :nth-child(6)').allInnerTexts()).toEqual(pupils);
});

test('the exported file holds the rows and columns of the screen, in its order', async () => {
  const page = await settled(
    await story.open(`${await schools()}?s.in.stage=junior&s.sort=pupils-&s.cols=pupils,stage`),
  );
  await page.getByRole('table').first().waitFor();
  const shown = await page
    .locator('tr[data-row]')
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const [header, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
  expect(header).toBe('学校,学生数,学段');
  expect(lines).toEqual(shown.map(([name, pupils = '', stage]) => [name, pupils.replaceAll(',', ''), stage].join(',')));
});

test('arrow keys go through the list, Space chooses and Enter opens', async () => {
  const page = await settled(await story.open(await schools()));
  await page.getByRole('table').first().waitFor();
  await page.locator('.jh-list-scroll').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '0');
  await page.keyboard.press('End');
  await page.waitForFunction(() => Number(document.activeElement?.getAttribute('data-row')) > 10);
  await page.keyboard.press(' ');
  await page.getByText('已选 1 行').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/schools\/[^?]+/);
  expect(new URL(page.url()).pathname).toMatch(/\/schools\/.+/);
});

test('on a phone a list is cards, which sort and open too', async () => {
  const page = await settled(await story.open(`${await schools()}?s.sort=pupils-`, phone));
  const cards = page.locator('.jh-card');
  await cards.first().waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  const before = await cards.count();
  await page.getByRole('button', { name: /再显示/ }).click();
  expect(await cards.count()).toBeGreaterThan(before);
  await page.getByRole('button', { name: '筛选' }).click();
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
});
