import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { type Actor, actor } from './acting.ts';
import { browserStory } from './browser.ts';
import { demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();
const run = promisify(execFile);
const program = path.resolve('bin/junheng.mjs');

interface Application {
  readonly name: string;
  readonly signals: readonly { readonly key: string }[];
  readonly items: readonly { readonly key: string; readonly unit: string }[];
  readonly sample: { readonly schools: readonly { readonly unit: string }[] } | null;
}

test('a county assesses itself, every level looks again, and its evidence is verified on another machine', async () => {
  const area = await demoCounty();
  const levels = { city: `${area.slice(0, 4)}00`, province: `${area.slice(0, 2)}0000`, nation: '000000' };
  const person = (of: string, role: string) => actor(of, `demo-${of}-${role}`);
  const county = person(area, 'county-officer');
  const city = person(levels.city, 'city-officer');
  const province = person(levels.province, 'province-officer');
  const nation = person(levels.nation, 'nation-officer');

  // The county begins, reads what was found against it, and submits.
  const page = await settled(await story.open(`/areas/${area}/recognition`, county.options));
  await page
    .getByRole('button', { name: /开始自评|申请/ })
    .first()
    .click();
  await page.waitForURL(/\/recognition\/\d{6}-/);
  await settled(page);
  const name = /\/recognition\/(\d{6}-[0-9a-z]+)/.exec(page.url())?.[1] ?? '';
  expect(await page.locator('#signals').innerText()).toContain('人同时列在 2 所学校');
  const read = (who: Actor) => who.ask<Application>(`/recognition/areas/${area}/applications/${name}`);
  const actOn = (who: Actor, action: string, given: object = {}) =>
    who.send(`/cases/recognition.application/${name}/actions/${action}`, given);
  await actOn(county, 'submit', { fields: { statement: '自评完成' } });

  // The city judges a signal of false data on the page, with its reason.
  const reviewing = await settled(await story.open(`/areas/${area}/recognition/${name}`, city.options));
  await expectAccessible(reviewing);
  await reviewing.getByRole('button', { name: /^作出判断 1 人同时列在/ }).click();
  await reviewing.locator('label', { hasText: '数据属实' }).click();
  await reviewing.getByLabel(/^理由/).fill('走教教师，两校课表均有课');
  await reviewing.getByRole('button', { name: '保存' }).click();
  await reviewing.getByText('数据属实 · 走教教师，两校课表均有课').waitFor();
  await actOn(city, 'passCity', { fields: { statement: '复核通过' } });
  await actOn(province, 'passProvince', { fields: { statement: '核查通过' } });
  await actOn(nation, 'sample', { fields: { seed: '2026-11-22 公开摇号 384756', schools: 3 } });
  const drawn = await read(nation);
  const visited = drawn.items.find(({ unit }) => drawn.sample?.schools.some((one) => one.unit === unit));
  expect(drawn.sample?.schools).toHaveLength(3);
  const shown = await settled(await story.open(`/areas/${area}/recognition/${name}`, nation.options));
  expect(await shown.locator('main').innerText()).toContain('2026-11-22 公开摇号 384756');
  expect(visited).toBeDefined();

  // The evidence of one indicator leaves the house and is checked where there is neither database nor key.
  const folder = await mkdtemp(path.join(tmpdir(), 'junheng-elsewhere-'));
  try {
    const indicator = await settled(await story.open(`/areas/${area}/indicators/R1?stage=primary`, county.options));
    const [download] = await Promise.all([
      indicator.waitForEvent('download'),
      indicator.getByRole('link', { name: /佐证包/ }).click(),
    ]);
    const pack = path.join(folder, 'pack.zip');
    await download.saveAs(pack);
    const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, JUNHENG_DATA: path.join(folder, 'none') };
    const { stdout } = await run(process.execPath, [program, 'verify', pack, '--json'], {
      cwd: folder,
      env: environment,
    });
    expect(JSON.parse(stdout)).toMatchObject({ holds: true, valuesFollow: true, faults: [] });
  } finally {
    await rm(folder, { recursive: true });
    // The year of the demo is open again for the stories that follow.
    await actOn(nation, 'requireRectification', { comment: '演示结束' });
  }
});
