import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const onFigure = (page: Page) => page.evaluate(() => document.activeElement?.classList.contains('jh-figure') ?? false);

test('the language changes at once, stays after a reload and speaks everywhere', async () => {
  const page = await settled(await story.open(`/areas/${await demoCounty()}/overview`));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Overview', exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.reload();
  await settled(page);
  expect(await page.locator('.jh-answer-line').innerText()).toMatch(/coefficient|met|conclusion/i);
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('link', { name: '总览', exact: true }).waitFor();
});

test('with the keyboard alone: skip to the text, search a school, open a trace, close it', async () => {
  const page = await settled(await story.open(`/areas/${await demoCounty()}/overview`));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(
    await page.evaluate(() => document.activeElement?.closest('main') !== null || location.hash === '#content'),
  ).toBe(true);

  await page.keyboard.press('/');
  await page.keyboard.type('第一小学');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/schools\//);
  // The address changes before the page does: until then there is nothing of the school to step to.
  await page.getByRole('heading', { level: 1, name: '第一小学' }).waitFor();
  await settled(page);

  await page.evaluate(() => document.querySelector<HTMLElement>('main')?.focus());
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await onFigure(page)) break;
  }
  expect(await onFigure(page)).toBe(true);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.jh-trace-head').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a page prints without its controls', async () => {
  const page = await settled(await story.open(`/areas/${await demoCounty()}/overview`));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.jh-screens').isVisible()).toBe(false);
  expect(await page.locator('.jh-answer-line').isVisible()).toBe(true);
});

test('a school is found by the initials of its name and by its code, from any page', async () => {
  const area = await demoCounty();
  const { rows } = await ask<{ rows: readonly { unit: string; name: string }[] }>(
    `/balance/areas/${area}/schools?limit=100`,
  );
  const school = rows.find(({ name }) => name === '虚构安塘小学');
  const page = await settled(await story.open(`/areas/${area}/reports`));
  for (const typed of ['atxx', school?.unit.toLowerCase() ?? '', '安塘 小学']) {
    await page.getByRole('combobox').first().fill(typed);
    await page.getByRole('option', { name: /虚构安塘小学/ }).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '虚构安塘小学' }).waitFor();
  expect(page.url()).toContain(school?.unit);
});
