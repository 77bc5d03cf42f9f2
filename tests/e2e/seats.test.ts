import { expect, test } from 'vitest';
import { browserStory } from './browser.ts';
import { demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();

test('a planner sees where seats run short, opens a place, moves through the years and finds what limits a school', async () => {
  const area = await demoCounty();
  const page = await settled(await story.open(`/areas/${area}/seats?lang=en`));
  await page.getByRole('status').getByText('probably short').waitFor();
  await page.locator('#warnings tbody button').first().click();
  await page.waitForURL(/place=\d+&at=\d+/);
  const slider = page.getByRole('slider', { name: 'School year' });
  const before = new URL(page.url()).searchParams.get('at') ?? '';
  await expect.poll(() => slider.inputValue()).toBe(before);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(new RegExp(`at=${Number(before) + 1}`));
  await page.getByText('more children').click();
  await page.waitForURL(/scenario=more/);
  await settled(page);

  await page.getByRole('link', { name: 'School by school' }).click();
  await settled(page);
  await page.getByText('Limited by').first().waitFor();
  await page.getByRole('link', { name: 'Housing' }).click();
  await page.getByRole('button', { name: 'Record as done' }).first().waitFor();
});
