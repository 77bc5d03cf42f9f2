import { expect, inject, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const phone = { viewport: { width: 390, height: 844 }, locale: 'en-GB', isMobile: true, hasTouch: true };

async function giveErrand(title: string): Promise<string> {
  const area = await demoCounty();
  const units = await ask<{ rows: readonly { id: string }[] }>(`/areas/${area}/units?limit=1`);
  const answer = await fetch(`${inject('address')}/api/v1/cases/casework.errand`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      area,
      unit: units.rows[0]?.id,
      title,
      fields: { task: '报送整改情况', dueOn: '2026-01-05' },
    }),
  });
  return ((await answer.json()) as { case: string }).case;
}

test('a task is found in the queue, done on its page, and stands in its history', async () => {
  const title = `整改 ${Date.now()}`;
  await giveErrand(title);
  const page = await settled(await story.open('/tasks?due=overdue'));
  await expectAccessible(page);
  await page.getByRole('link', { name: title }).click();
  await settled(page);
  await page.getByText('等您办理：报告办理情况').waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: '办理情况' }).fill('已全部整改。');
  await page.getByRole('combobox', { name: '是否全部完成' }).selectOption('yes');
  await page.getByRole('button', { name: '报告办理情况' }).click();
  // Who reported may not accept: four eyes, said on the page.
  await page.getByText('核验通过').first().click();
  await page.getByText('须由另一人办理').waitFor();
  expect(await page.locator('.jh-history > li').count()).toBe(2);
  expect(await page.locator('.jh-history').innerText()).toContain('已全部整改。');
});

test('on a phone, in English: a comment, a return with its reason', async () => {
  const name = await giveErrand(`phone ${Date.now()}`);
  const page = await settled(await story.open(`/cases/casework.errand/${name}?lang=en`, phone));
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('textbox', { name: 'Comment' }).fill('Seen.');
  await page.getByRole('button', { name: 'Add comment' }).click();
  await page.locator('.jh-said-words', { hasText: 'Seen.' }).waitFor();
  await page.getByText('Cancel', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Not needed any more.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Ended: Cancelled.').waitFor();
});
