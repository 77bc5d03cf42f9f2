import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freezeDraw, runDraw } from '#engines/draw';
import { inventDraw } from '#markets';
import { expectAccessible } from './accessibility.ts';
import { browserStory } from './browser.ts';

const story = browserStory();
const folder = mkdtempSync(join(tmpdir(), 'junheng-draw-'));
const page = pathToFileURL(join(folder, 'draw-check.html')).href;
const names: string[] = [];
let listHash = '';

beforeAll(() => {
  const options = {
    seed: 11,
    applicants: 300,
    schools: 6,
    choices: 4,
    room: 0.9,
    rules: 'all',
    inFamilies: 0.05,
  } as const;
  const list = inventDraw(options, 'sm3');
  const frozen = freezeDraw(list);
  listHash = frozen.listHash;
  const seed = {
    value: '18 3 27 9 31',
    source: '联合抽取 joint draw',
    witnesses: ['甲', '乙'],
    enteredAt: '2026-07-10T10:00:00+08:00',
  };
  for (const [name, text] of [...frozen.files, ...runDraw(list, listHash, seed).files]) {
    names.push(name);
    writeFileSync(join(folder, name), text);
  }
  copyFileSync('dist/web/draw-check.html', join(folder, 'draw-check.html'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a sceptical parent replays the draw from a download', () => {
  const open = (width: number) => story.open(page, { baseURL: 'file://', viewport: { width, height: 844 } });

  it('every line holds, and the own line is shown', async () => {
    const shown = await open(390);
    await shown.setInputFiles(
      '#files',
      names.map((name) => join(folder, name)),
    );
    await shown.getByText('一致：每一行都与重新计算的结果相同').waitFor();
    await shown.getByLabel('事先公布的名单摘要').fill(listHash);
    await shown.getByText('一致：').waitFor();
    const line = readFileSync(join(folder, 'results.csv'), 'utf8').split('\n')[7] ?? '';
    await shown.getByLabel('申请代码').fill(line.split(',')[0] ?? '');
    await shown.getByText(line, { exact: true }).waitFor();
    await expectAccessible(shown);
    const isWider = await shown.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(isWider).toBe(false);
  });

  it('one changed line is named', async () => {
    const honest = readFileSync(join(folder, 'results.csv'), 'utf8');
    const lines = honest.split('\n');
    const at = lines.findIndex((line) => line.endsWith(',,,'));
    lines[at] = lines[at]?.replace(',,,', ',1,S0,g0') ?? '';
    writeFileSync(join(folder, 'results.csv'), lines.join('\n'));
    const shown = await open(1280);
    await shown.setInputFiles(
      '#files',
      names.map((name) => join(folder, name)),
    );
    await shown.getByText(`results.csv 第 ${at + 1} 行`).waitFor();
    await shown.getByText('不一致').waitFor();
    await expectAccessible(shown);
    writeFileSync(join(folder, 'results.csv'), honest);
  });

  it('another list than the one published before is told', async () => {
    const shown = await open(1280);
    await shown.getByLabel('事先公布的名单摘要').fill('0'.repeat(64));
    await shown.setInputFiles(
      '#files',
      names.map((name) => join(folder, name)),
    );
    await shown.getByText('不一致').waitFor();
    expect(await shown.getByText(listHash).count()).toBe(2);
  });
});

it('the product offers the page for a download', async () => {
  const answered = await fetch(new URL('/draw-check.html', inject('address')));
  expect(answered.status).toBe(200);
  expect(answered.headers.get('content-disposition')).toBe('attachment');
});
