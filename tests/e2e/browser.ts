import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export interface Story {
  /** Opens a page of its own; what the browser complains about fails the story. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A refusal that belongs to this story: the browser says each answer of 4xx in its console. */
  expectRefusal(status: number): void;
  /** The network goes away in this story: what the browser says about that is no complaint. */
  expectOffline(): void;
}

/** One browser for the stories of a file; every page is closed, and its console read, after each of them. */
export function browserStory(): Story {
  let browser: Browser | undefined;
  const pages: Page[] = [];
  const complaints: string[] = [];
  const refusals: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.JUNHENG_BROWSER ?? '',
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
      env: { ...definedEnvironment(), ...chineseFonts() },
    });
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    const expected = refusals.splice(0);
    expect(complaints.splice(0).filter((text) => !expected.some((refusal) => text.includes(refusal)))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  return {
    async open(path, options = {}) {
      if (browser === undefined) throw new Error('the browser is not open');
      const address = options.baseURL ?? inject('address');
      const context = await browser.newContext({
        baseURL: address,
        locale: 'zh-CN',
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      pages.push(page);
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`);
      });
      page.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        if (!why.includes('ERR_ABORTED')) complaints.push(`${request.url()}: ${why}`);
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) {
          complaints.push(`a request left the machine: ${request.url()}`);
        }
      });
      await page.goto(path);
      return page;
    },
    expectRefusal(status) {
      refusals.push(`the server responded with a status of ${status}`);
    },
    expectOffline() {
      refusals.push('net::ERR_INTERNET_DISCONNECTED');
    },
  };
}

/** The browser from npm brings no Chinese typeface; the one of the PDF reports serves it here. */
function chineseFonts(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const folder = mkdtempSync(join(tmpdir(), 'junheng-fonts-'));
  const typeface = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  );
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${dirname(typeface)}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
