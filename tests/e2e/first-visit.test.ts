import { expect, test } from 'vitest';
import { browserStory } from './browser.ts';

const story = browserStory();

test('the first page says whether the demo county passes, and what stops it', async () => {
  const page = await story.open('/');
  await page.waitForURL(/\/areas\/[^/]+\/overview/);
  const answer = page.locator('.jh-answer-line');
  await answer.waitFor();
  expect(await answer.innerText()).toMatch(/达标|不能下结论/);
  expect(await page.getByRole('link', { name: '报告与存档', exact: true }).count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

test('from a coefficient to the indicator, to a school, to the cell a number was read from', async () => {
  const page = await story.open('/');
  await page.locator('.jh-answer-line').waitFor();
  const bars = page.getByRole('region', { name: '校际差异系数与限值' }).or(page.locator('.jh-section').first());
  await bars.first().locator('a[href*="/indicators/"]').first().click();
  await page.waitForURL(/\/indicators\//);
  await page.locator('a[href*="/schools/"]').first().click();
  await page.waitForURL(/\/schools\//);
  const figure = page.locator('a.jh-figure').first();
  await figure.waitFor();
  const shown = (await figure.innerText()).trim();
  await figure.click();
  const drawer = page.getByRole('dialog');
  await drawer.locator('.jh-trace-head').first().waitFor();
  expect(await drawer.locator('.jh-formula').count()).toBeGreaterThan(0);
  expect(await drawer.innerText()).toContain(shown.split(' ')[0] ?? shown);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(page.url()).not.toContain('trace=');
});
