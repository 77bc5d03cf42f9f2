import { expect, inject, test } from 'vitest';
import { browserStory } from './browser.ts';
import { ask, demoCounty, settled } from './demo-addresses.ts';

const story = browserStory();

interface Line {
  readonly id: string;
  readonly name: string;
  readonly title: { readonly zh: string };
}

/** An act over the API, as other people's steps between those that the story looks at. */
async function act(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${inject('address')}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  return (await answer.json()) as Record<string, unknown>;
}

test('an officer turns a gap into a project; it stays open until the figures say so; the province sees it', async () => {
  const area = await demoCounty();
  const { rows } = await ask<{ rows: readonly Line[] }>(
    `/ledger/areas/${area}/lines?state=open&progress=unplanned&limit=2000&sort=cost`,
  );
  const line = rows.find(({ title }) => title.zh.includes('心理健康教师')) ?? rows[0];
  if (line === undefined) throw new Error('the demo county has no open line');

  const page = await settled(await story.open(`/areas/${area}/ledger?l.q=${encodeURIComponent(line.name)}`));
  expect(await page.locator('.jh-answer-line').innerText()).toMatch(/条台账中 \d+ 条未销号/);
  await page.getByRole('link', { name: line.title.zh }).first().waitFor();
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: /立为项目/ }).click();
  await page.getByLabel('项目名称').fill('浏览器故事项目（虚构）');
  await page.getByRole('button', { name: '立项', exact: true }).click();
  await page.waitForURL(/\/projects\//);
  await page.getByRole('heading', { name: '浏览器故事项目（虚构）' }).waitFor();
  expect(await page.locator('.jh-answer').first().innerText()).toContain('拟定中');

  const id = page.url().split('/projects/')[1]?.split('?')[0] ?? '';
  const opened = await ask<{ lines: readonly Line[]; project: { state: string } }>(
    `/ledger/areas/${area}/projects/${id}`,
  );
  const taken = opened.lines[0]?.id ?? '';
  const twice = await fetch(`${inject('address')}/api/v1/ledger/areas/${area}/projects`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: '另一个项目', lines: [taken], finishOn: '2099-08-25' }),
  });
  expect(await twice.json()).toMatchObject({ code: 'ledger.doubleFunding' });

  await act(`/cases/ledger.project/${area}-${id}/actions/submit`, {});
  const own = await settled(await story.open(`/areas/${area}/ledger/${encodeURIComponent(taken)}`));
  expect(await own.locator('.jh-answer').first().innerText()).toContain('等待下一次测量');
  expect(await own.locator('main').innerText()).toContain('列入项目');

  const province = await settled(await story.open(`/areas/${area.slice(0, 2)}0000/review`));
  expect(await province.locator('.jh-answer').first().innerText()).toMatch(/红|黄|绿/);
  expect(await province.getByRole('table').count()).toBeGreaterThan(2);
});

test('the card of a school says what it lacks, and each figure opens its trace', async () => {
  const area = await demoCounty();
  const { rows } = await ask<{ rows: readonly { unit: string }[] }>(`/ledger/areas/${area}/lines?state=open&limit=1`);
  const page = await settled(await story.open(`/areas/${area}/compliance/${rows[0]?.unit ?? ''}`));
  expect(await page.locator('.jh-answer').first().innerText()).toMatch(/项中 \d+ 项达标/);
  expect(await page.locator('main').innerText()).toContain('待省里填定');
  await page.locator('a.jh-figure').first().click();
  await page.getByRole('dialog').waitFor();
  expect(page.url()).toMatch(/trace=/);
});
