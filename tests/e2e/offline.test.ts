import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { ask, demoCounty } from './demo-addresses.ts';

let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['JUNHENG_BROWSER'] ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});
afterAll(() => browser.close());

async function phone(): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: inject('address'),
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    isMobile: true,
    hasTouch: true,
  });
  contexts.push(context);
  return context;
}

async function send<Answer>(path: string, body: object): Promise<Answer> {
  const answer = await fetch(`${inject('address')}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} → ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

interface Opened {
  readonly answers: readonly { readonly item: string; readonly value: unknown; readonly files: readonly string[] }[];
  readonly waiting: readonly { readonly item: string; readonly value: unknown }[];
}

async function newSheet(): Promise<{ path: string; read: () => Promise<Opened>; writer: string }> {
  const area = await demoCounty();
  const schools = await ask<{ rows: readonly { unit: string }[] }>(`/balance/areas/${area}/schools?limit=1`);
  const sheet = await send<{ id: string; openedBy: string }>('/sheets', {
    area,
    unit: schools.rows[0]?.unit ?? '',
    instrument: 'CN-CONDITION-INSPECTION',
    title: '办学条件核查（虚构）',
  });
  const path = `/sheets/${area}/${sheet.id}`;
  return { path, read: () => ask<Opened>(path), writer: sheet.openedBy };
}

// Not `waitForFunction`: it takes the promise of an asynchronous question for a yes.
const settle = (isSettled: () => Promise<boolean>) => expect.poll(isSettled, { timeout: 20_000 }).toBe(true);

/** The page of a sheet, open and able to open again without a network. */
async function openReady(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('status').filter({ hasText: '全部已保存到服务器' }).waitFor();
  await settle(() =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/sheets');
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    }),
  );
  return page;
}

const choose = (page: Page, item: string, answer: string) =>
  page.getByRole('group', { name: item }).getByLabel(answer, { exact: true }).check();
const saved = (page: Page) => page.getByRole('status').filter({ hasText: '全部已保存到服务器' }).waitFor();

test('answers and a photo written offline survive the closed tab and reach the server when it is back', async () => {
  const { path, read } = await newSheet();
  const context = await phone();
  const page = await openReady(context, `${path}?section=living`);
  await expectAccessible(page);
  await context.setOffline(true);
  await choose(page, '饮用水安全', '是');
  await page.getByLabel('为“饮用水安全”拍照或选文件').setInputFiles({
    name: 'tap.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await page.getByRole('img', { name: '“饮用水安全”的照片 1' }).waitFor();
  await choose(page, '食堂或供餐符合要求', '否');
  await page.getByRole('status').filter({ hasText: '离线：2 项回答保存在本机' }).waitFor();
  await expectAccessible(page);
  await page.close();

  const again = await context.newPage();
  await again.goto(`${path}?section=living`);
  expect(
    await again.getByRole('group', { name: '食堂或供餐符合要求' }).getByLabel('否', { exact: true }).isChecked(),
  ).toBe(true);
  expect((await read()).answers).toEqual([]);
  await context.setOffline(false);
  await saved(again);
  const { answers } = await read();
  expect(answers.map(({ item, value }) => [item, value])).toEqual([
    ['canteen', false],
    ['water', true],
  ]);
  const photo = answers.find(({ item }) => item === 'water')?.files[0] ?? '';
  expect(photo).toMatch(/^[0-9a-f]{64}$/);
  const shown = await again.request.get(`/api/v1${path}/files/${photo}`);
  expect(shown.headers()['content-type']).toContain('image/jpeg');
});

test('a list of what this device holds opens offline too', async () => {
  const { path } = await newSheet();
  const context = await phone();
  const list = await context.newPage();
  await list.goto('/sheets');
  // On the very first visit, as soon as it is true.
  await list.getByText('打开过的表可以离线填写').waitFor();
  const page = await openReady(context, path);
  await context.setOffline(true);
  await page.goto('/sheets');
  await page.getByText('离线：连不上服务器，下面是保存在本机的').waitFor();
  await page.getByRole('link', { name: /办学条件核查/ }).click();
  await page.getByRole('heading', { name: '核查情况' }).waitFor();
  expect(await page.getByRole('group', { name: '学校有寄宿生' }).count()).toBe(1);
});

test('who answered differently meanwhile is shown item by item, and a person chooses', async () => {
  const { path, read, writer } = await newSheet();
  const context = await phone();
  const page = await openReady(context, `${path}?section=living`);
  await context.setOffline(true);
  await choose(page, '饮用水安全', '是');
  await choose(page, '厕所数量够用、卫生', '否');
  const elsewhere = { base: 0, value: false, writtenAt: new Date().toISOString() };
  await send(`${path}/changes`, { writer, changes: [{ ...elsewhere, id: crypto.randomUUID(), item: 'water' }] });
  await context.setOffline(false);
  const conflict = page.locator('#conflicts');
  await conflict.getByRole('heading', { name: '饮用水安全' }).waitFor();
  expect(await conflict.getByRole('heading', { level: 3 }).count()).toBe(1);
  await expectAccessible(page);
  expect((await read()).waiting).toMatchObject([{ item: 'water', value: true }]);
  await conflict.getByRole('button', { name: '改用另一份' }).click();
  await conflict.waitFor({ state: 'detached' });
  await saved(page);
  const { answers, waiting } = await read();
  expect(waiting).toEqual([]);
  expect(answers.map(({ item, value }) => [item, value])).toEqual([
    ['toilets', false],
    ['water', true],
  ]);
});

test('typing, leaving the page at once and coming back loses nothing', async () => {
  const { path, read } = await newSheet();
  const context = await phone();
  const page = await openReady(context, `${path}?section=classSize`);
  await page.getByRole('textbox').fill('57');
  await page.getByRole('group', { name: '56 人及以上的班数' }).waitFor();
  await page.goto('/standards');
  await page.goto(`${path}?section=classSize`);
  await saved(page);
  expect((await read()).answers).toMatchObject([{ item: 'largestClass', value: 57 }]);
});

/** The built web as a server of this build would give it, without an API. */
function serveBuild(build: () => string): Promise<Server> {
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const name = /^\/(assets\/[\w.-]+|service-worker\.js)$/.exec(path)?.[1] ?? 'index.html';
    if (path.startsWith('/api/')) return response.writeHead(503).end();
    const text = readFileSync(join('dist/web', name), 'utf8')
      .replace('<title>', `<title data-build="${build()}">`)
      .replace(/"build":"\w+"/, `"build":"${build()}"`);
    response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/html' }).end(text);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

test('a new build takes over at the next page, and offline the new one opens', async () => {
  let build = 'first';
  const server = await serveBuild(() => build);
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const context = await phone();
  const page = await context.newPage();
  const buildShown = () => page.locator('title').getAttribute('data-build');
  const kept = (name: string) =>
    settle(() =>
      page.evaluate(async (wanted) => {
        const registration = await navigator.serviceWorker.getRegistration('/sheets');
        const isSettled =
          registration?.active?.state === 'activated' && !registration.installing && !registration.waiting;
        const held = await caches.match('/index.html', { cacheName: `junheng-build-${wanted}` });
        return isSettled && held !== undefined;
      }, name),
    );
  await page.goto(`${base}/sheets`);
  expect(await buildShown()).toBe('first');
  await kept('first');
  build = 'second';
  await page.goto(`${base}/sheets`);
  expect(await buildShown()).toBe('second');
  await kept('second');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await page.goto(`${base}/sheets`);
  expect(await buildShown()).toBe('second');
  await page.getByText('离线：连不上服务器').waitFor();
});

test('pages outside /sheets are never answered by the worker', async () => {
  const { path } = await newSheet();
  const context = await phone();
  const page = await openReady(context, path);
  await page.goto('/standards');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
