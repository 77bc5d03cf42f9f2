import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';

const story = browserStory();
const password = 'Fine-weather7 today';
const phone = { viewport: { width: 390, height: 844 } };

/** An installation of its own: the one of the other stories stays a trial. */
let application: Application;
let baseURL: string;
let close: (() => Promise<void>) | undefined;
beforeAll(async () => {
  application = await openApplication({ place: { kind: 'memory' } });
  const server = await createServer(application);
  baseURL = await server.listen({ host: '127.0.0.1', port: 0 });
  close = async () => {
    await server.close();
    await application.close();
  };
});
afterAll(() => close?.());

const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
};
const fits = async (page: Page) => {
  await expectAccessible(page);
  const [inner, outer] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  expect(inner).toBeLessThanOrEqual(outer);
};

let invited = '';

test('the one-time link makes the first administrator, who turns the second proof on and signs in with it', async () => {
  const token = await application.signIn.firstLink(application.now());
  const page = await story.open(`/join#${token}`, { baseURL, ...phone });
  await page.getByRole('heading', { name: '设立首位管理员' }).waitFor();
  await fits(page);
  await fill(page, { 姓名: '赵一', 用户名: 'zhao', 口令: password, 再输一次口令: 'something else' });
  expect(await page.getByText('两次输入的口令不一致。').count()).toBe(1);
  await fill(page, { 再输一次口令: password });
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('已设立系统管理员，您已登录。').waitFor();
  await fits(page);
  const links = await page.locator('.jh-links code').allInnerTexts();
  invited = links.at(-1) ?? '';
  expect(links).toHaveLength(2);
  expect(page.url()).not.toContain('#');

  await page.goto('/account');
  await page.getByRole('heading', { name: '我的账号' }).waitFor();
  await fits(page);
  await page.getByLabel('输入口令以确认').fill(password);
  await page.getByRole('button', { name: '开启', exact: true }).click();
  const secret = await page.locator('form code').innerText();
  await fits(page);
  const totp = new TOTP({ secret });
  await page.getByLabel('6 位数字').fill(totp.generate());
  await page.getByRole('button', { name: '确认开启' }).click();
  await page.locator('.jh-codes code').first().waitFor();
  const [recovery = ''] = await page.locator('.jh-codes code').allInnerTexts();
  expect(recovery).not.toBe('');
  await page.getByRole('button', { name: '退出登录' }).click();

  await page.waitForURL(/\/sign-in/);
  await page.getByLabel('用户名').waitFor();
  await fits(page);
  story.expectRefusal(401);
  await fill(page, { 用户名: 'zhao', 口令: 'wrong' });
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('用户名、口令或验证码不对').waitFor();
  await fill(page, { 口令: password });
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('动态验证码').fill(recovery);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto('/account');
  await page.getByText('已开启；还剩 9 个恢复码。').waitFor();
});

test('with an administrator nobody sees anything without signing in, and the page says where to', async () => {
  const page = await story.open('/audit', { baseURL });
  story.expectRefusal(401);
  await page.getByRole('link', { name: '去登录' }).first().click();
  await page.waitForURL(/\/sign-in\?to=%2Faudit/);
  await page.getByLabel('口令', { exact: true }).waitFor();
  expect(page.url()).toContain('/sign-in?to=%2Faudit');
  await fits(page);
});

test('the audit administrator, invited by the first, finds acts and verifies the trail', async () => {
  const page = await story.open(invited, { baseURL });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'An invitation' }).waitFor();
  await fill(page, {
    'Your name': 'Zhou San',
    'Sign-in name': 'zhou',
    Password: password,
    'The password again': password,
  });
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/join'));
  await page.goto('/audit?act=signIn');
  await page.getByRole('cell', { name: 'signIn.becomeAdministrator' }).first().waitFor();
  expect(await page.getByRole('cell', { name: 'refused' }).count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(/All \d+ entries hold/).waitFor();
  await fits(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await fits(page);
});
