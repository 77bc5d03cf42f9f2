import { expect, inject, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { actor } from './acting.ts';
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

test('an officer starts an errand on its page, puts it into a colleague’s hands, and into another’s', async () => {
  const area = await demoCounty();
  const officer = actor(area, `demo-${area}-county-officer`);
  const page = await settled(await story.open('/tasks', officer.options));
  await page.getByRole('link', { name: '发起事项' }).click();
  await settled(page);
  await page.getByRole('button', { name: '交办' }).click();
  expect(await page.getByRole('alert').innerText()).toBe('请填写标题。');
  await expectAccessible(page);
  await page.getByLabel('标题').fill('核对校舍台账（虚构）');
  await page.getByRole('textbox', { name: /^要办的事/ }).fill('核对各校教学用房面积');
  await page.getByLabel(/^办结期限/).fill('2099-01-05');
  await page.getByRole('button', { name: '交办' }).click();
  await page.getByRole('heading', { name: '核对校舍台账（虚构）' }).waitFor();
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: '同事' }).selectOption(`demo-${area}-inspector`);
  await page.locator('form').getByRole('button', { name: '指派', exact: true }).click();
  await page.locator('.jh-history', { hasText: '指派' }).waitFor();
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await page.getByRole('heading', { name: /^改派（现由虚构.+办理）$/ }).waitFor();
  await page.getByRole('combobox', { name: '同事' }).selectOption(`demo-${area}-county-planner`);
  await page.locator('form').getByRole('button', { name: '指派', exact: true }).click();
  await expect.poll(() => page.locator('.jh-history > li').count()).toBe(3);
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
