import type { Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFixtureServer } from '#screens';
import { expectAccessible } from './accessibility.ts';

let server: Server;
let browser: Browser;
let base = '';

beforeAll(async () => {
  server = await startFixtureServer('dist/web');
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await chromium.launch({
    executablePath: process.env['JUNHENG_BROWSER'] ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: base, viewport: { width: 390, height: 844 } });
  await page.goto(path);
  return page;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

test('an empty county says what will be here and the one action that fills it', async () => {
  const page = await open('/areas/990003/overview');
  await heading(page, '本县还没有可评估的数据');
  await expectAccessible(page);
  await page.getByRole('link', { name: '导入数据' }).click();
  await page.waitForURL('**/areas/990003/import**');
  await page.close();
});

test('a refusal says so, with its code', async () => {
  const page = await open('/areas/990005/overview');
  await heading(page, '无权查看');
  await page.getByText('access.refused').waitFor();
  await expectAccessible(page);
  await page.close();
});

test('while it waits the page has a shape and a name', async () => {
  const page = await open('/areas/990006/overview');
  await page.getByRole('status', { name: '正在读取…' }).waitFor({ timeout: 10_000 });
  await expectAccessible(page);
  await page.close();
});

test('a failure can be tried again', async () => {
  const page = await open('/areas/990007/overview');
  await heading(page, '没能读到数据');
  await expectAccessible(page);
  await page.getByRole('button', { name: '重试' }).click();
  await heading(page, '没能读到数据');
  await page.close();
});

test('without a network the page says so and comes back by itself when asked', async () => {
  const page = await open('/areas/990001/overview');
  await page.getByText(/尚未达标/).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await heading(page, '连不上服务器');
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await heading(page, '学校');
  await page.close();
});

test('a stale snapshot and schools that are missing stand above the page', async () => {
  const page = await open('/areas/990001/overview');
  await page.getByText('数据在本次评估之后有变动').waitFor();
  expect(await page.getByText('还有 2 所学校未报全').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '重新评估' }).isVisible()).toBe(true);
  await page.close();
});

test('of three thousand schools only those seen are drawn, all are there, and all are searched at once', async () => {
  const page = await open('/areas/990004/schools');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByText('3,000 行').waitFor();
  const rows = page.locator('tr[data-row]');
  await rows.first().waitFor();
  expect(await rows.count()).toBeLessThan(120);
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('3001');
  await page.locator('.jh-list-scroll').focus();
  await page.keyboard.press('End');
  await page.locator('tr[data-row="2999"]').waitFor();
  await page.getByRole('searchbox', { name: /查找/ }).last().fill('第2999');
  await page.getByText('1 / 3,000 行').waitFor();
  expect(await rows.count()).toBe(1);
  await page.close();
});
