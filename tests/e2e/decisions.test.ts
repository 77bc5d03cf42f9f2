import { expect, test } from 'vitest';
import { browserStory } from './browser.ts';
import { demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();

test('what if: a changed value changes the outcome at once, and the link shows the same', async () => {
  const page = await settled(await story.open(`/areas/${await demoCounty()}/what-if`));
  const before = await page.locator('.jh-answer-line').innerText();
  expect(before).toContain('现状');
  const schools = page.getByRole('listbox', { name: '学校', exact: true });
  await schools.selectOption(await schools.locator('option', { hasText: /第三小学/ }).getAttribute('value'));
  await page.getByRole('heading', { name: /第三小学的数值/ }).waitFor();
  const field = page.getByLabel(/教学仪器设备/).first();
  await field.fill('1');
  await page.getByText(/→/).first().waitFor();
  const after = await page.locator('.jh-answer').first().innerText();
  expect(after).not.toBe(before);
  const link = page.url();
  expect(link).toMatch(/trials=/);
  const other = await settled(await story.open(link));
  expect(await other.locator('.jh-answer').first().innerText()).toBe(after);
});

test('the cheapest way says its cost, its bound and what each school gets', async () => {
  const page = await story.open(`/areas/${await demoCounty()}/plan`);
  const answer = page.locator('.jh-answer').first();
  await answer.waitFor({ timeout: 100_000 });
  const text = await answer.innerText();
  expect(text).toMatch(/元，与理论最优相差不超过/);
  // One school of the demo county has not reported everything, and the answer says so.
  expect(text).toMatch(/数据不全/);
  expect(text).toMatch(/下界/);
  expect(await page.getByRole('table').count()).toBeGreaterThan(0);
});
