import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();

test('a form that asks what is known is mended before it is sent, and stands in the register', async () => {
  const area = await demoCounty();
  const title = `课间活动调查 ${Date.now()}`;
  const page = await settled(await story.open(`/areas/${area}/forms`));
  await expectAccessible(page);
  await page.getByText(/本月向每所学校要求填报 [\d.]+ 小时/).waitFor();
  await page.getByRole('link', { name: '申请新增填报表' }).click();
  await settled(page);
  await page.getByRole('textbox', { name: '填报表名称' }).fill(title);
  await page.getByRole('textbox', { name: '依据文件' }).fill('县局通知（虚构）');
  await page.getByRole('textbox', { name: '用途' }).fill('了解课间活动');
  const year = new Date().getFullYear();
  await page.getByLabel('开始日期').fill(`${year}-01-01`);
  await page.getByLabel('截止日期').fill(`${year}-12-31`);
  await page.getByRole('textbox', { name: /^填报项/ }).fill('本校学生总人数（人）\n课间活动场次');

  // The answer comes while one types, before anything is sent.
  await page.getByText('有 1 项已有').waitFor();
  const send = page.getByRole('button', { name: '提交申请' });
  expect(await send.isDisabled()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('button', { name: /改为从数据字典“在校生数”预填/ }).click();
  await page.getByText('没有与已有数据重复的填报项').waitFor();
  await send.click();

  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('共 2 项，其中 1 项由已有数据预填。').waitFor();
  await page.getByText('预填自数据字典“在校生数”').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '办理和历史' }).click();
  await settled(page);
  // Who asked does not decide: four eyes, said on the page.
  await page.getByText('批准', { exact: true }).first().click();
  await page.getByText('须由另一人办理').first().waitFor();
});
