import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { identityNumber } from '#core/codes';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

async function actAs(page: Page, person: string): Promise<void> {
  const area = await demoCounty();
  const value = encodeURIComponent(`${area}/demo-${area}-${person}`);
  await page.context().addCookies([{ name: 'junheng-acting', value, url: inject('address') }]);
  await page.reload();
  await settled(page);
}

async function roundOf(stage: string): Promise<string> {
  const { rows } = await ask<{ rows: readonly { id: string; stage: string }[] }>(
    `/admission/areas/${await demoCounty()}`,
  );
  return rows.find((round) => round.stage === stage)?.id ?? '';
}

async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}

test('a family finds its schools without signing in, applies on a phone, and reads an earlier result with its reasons', async () => {
  const area = await demoCounty();
  const page = await settled(await story.open(`/admission/${area}`, phone));
  await page.getByLabel('家庭住址').fill('虚构玉川街道虚构路16号');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('属于玉川片区').waitFor();
  await page.getByText('虚构昌溪县第一小学（公办').waitFor();
  await expectAccessible(page);
  await expectNoOverflow(page);

  await actAs(page, 'family');
  await page.getByRole('link', { name: '去申请' }).click();
  await settled(page);
  await page.getByLabel('监护人姓名').fill('虚构家长');
  await page.getByLabel('监护人身份证号').fill('11010519491231002X');
  await page.getByLabel('手机号').fill('13800000000');
  await page.getByLabel('家庭住址').fill('虚构玉川街道虚构路16号');
  await page.getByRole('button', { name: '查可申请的学校' }).click();
  await page.getByText('属于玉川服务区').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('虚构孩子');
  // Its digit is wrong at first: the draft is kept, and the mistake is named.
  await page.getByLabel('身份证号', { exact: true }).fill('900121202206010012');
  await page.getByLabel('符合的类别').selectOption({ label: '其他幼儿' });
  await page.getByLabel('第 1 志愿').selectOption({ label: '虚构昌溪县第二幼儿园' });
  await page.getByLabel('第 2 志愿').selectOption({ label: '虚构昌溪县第五幼儿园' });
  await page.getByLabel('我同意以上信息仅用于本次招生').check();
  await expectAccessible(page);
  story.expectRefusal(422);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('第 1 个孩子的身份证号不正确').waitFor();
  await page.getByLabel('身份证号', { exact: true }).fill(identityNumber('900121', '2022-06-01', 1));
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { level: 1, name: '申请与结果' }).waitFor();
  await page.getByText(/已于 .* 提交/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '收回修改' }).click();
  await page.getByRole('heading', { level: 1, name: '入学申请' }).waitFor();
  await page.goto(`/admission/${area}`);
  await settled(page);
  await page.getByText('草稿，尚未提交').waitFor();

  await page.locator('li', { hasText: '小学一年级' }).getByRole('link', { name: '查看' }).click();
  await settled(page);
  await page.getByRole('heading', { name: '为什么是这个结果' }).first().waitFor();
  await page
    .getByText(/您的随机号在 \d+ 个号中排第 \d+/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test('officers open a round by their rules, each step by whom it belongs to; unlawful rules are refused by their clause', async () => {
  const area = await demoCounty();
  const page = await settled(await story.open(`/areas/${area}/admission`, desk));
  await actAs(page, 'county-officer');
  await expectAccessible(page);
  await page.getByLabel('随附的规则').selectOption({ label: '2026年初中招生（公民同招，虚构）' });
  const rules = page.getByLabel('规则文本');
  const text = await rules.inputValue();
  await rules.fill(text.replace('needs: [household, property]', 'needs: [household, donation]'));
  await page.getByRole('button', { name: '检查规则' }).click();
  await page.getByText(/不得将捐资与入学挂钩.*十项严禁/).waitFor();
  await rules.fill(text);
  await page.getByRole('button', { name: '检查规则' }).click();
  await page.getByText('规则可以使用').waitFor();
  await page.getByLabel('这一版的理由').fill('浏览器演示');
  await page.getByRole('button', { name: '按此规则开新一轮' }).click();
  await page.getByRole('heading', { level: 1, name: /2026年初中招生/ }).waitFor();
  await settled(page);
  // Who drew it up does not publish it.
  await page.getByText('须由另一人办理').waitFor();
  await actAs(page, 'county-planner');
  await page.getByRole('button', { name: '公布方案' }).click();
  await page.getByText(/^方案已公布/).waitFor();
  await page.getByRole('button', { name: '开始受理申请' }).click();
  await page.getByText(/^申请中/).waitFor();
  await expectAccessible(page);
});

test('the round that was drawn shows what was published, and a correction asks for a reason', async () => {
  const area = await demoCounty();
  const page = await settled(await story.open(`/areas/${area}/admission/${await roundOf('primary')}`, desk));
  await actAs(page, 'county-planner');
  await page.getByText(/^结果已公布：已提交 \d+ 名儿童/).waitFor();
  await page.getByRole('link', { name: 'results.csv' }).waitFor();
  expect(await page.getByRole('button', { name: '公布更正' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('link', { name: '核对队列' }).click();
  await settled(page);
  await page.getByText('不予确认', { exact: true }).first().click();
  await page.getByText('号码相同，姓名不同').first().waitFor();
  await expectAccessible(page);
});
