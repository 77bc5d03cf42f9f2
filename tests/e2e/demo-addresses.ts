import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** Asks the API of the started product. */
export async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${inject('address')}/api/v1${path}`);
  if (!answer.ok) throw new Error(`${path} → ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The county that an empty database is filled with. */
export async function demoCounty(): Promise<string> {
  const search = await ask<{ rows: readonly { kind: string; code: string; level?: string }[] }>(
    '/search?q=%E8%99%9A%E6%9E%84&limit=50',
  );
  const county = search.rows.find(({ kind, code }) => kind === 'area' && /^\d{6}$/.test(code) && !code.endsWith('00'));
  if (county === undefined) throw new Error('the demo county was not found');
  return county.code;
}

/** One address of every page. */
export async function demoAddresses(): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const area = await demoCounty();
  const schools = await ask<{ rows: readonly { unit: string }[] }>(`/balance/areas/${area}/schools?limit=1`);
  const screens = [
    'overview',
    'schools',
    `schools/${schools.rows[0]?.unit ?? ''}`,
    'indicators',
    'compare',
    'plan',
    'what-if',
    'data-quality',
    'import',
    'attestations',
    'reports',
    'snapshots',
    'ledger',
    'projects',
    'review',
    'compliance',
    `compliance/${schools.rows[0]?.unit ?? ''}`,
    'three-schools',
    'plans',
    'roadmap',
    'seats',
    'seats/schools',
    'seats/housing',
    'recognition',
    'start',
    'pilots',
    'examples',
    'rounds',
    'surveys',
    'campaigns',
    'forms',
    'admission',
    'forms/new',
    'forms/workbook.units',
  ];
  return [
    ...screens.map((screen) => ({
      name: screen.startsWith('schools/')
        ? 'school card'
        : screen.startsWith('compliance/')
          ? 'compliance card'
          : screen,
      path: `/areas/${area}/${screen}`,
    })),
    { name: 'standards', path: '/standards' },
    { name: 'clauses', path: '/clauses' },
    { name: 'published examples', path: '/examples' },
    { name: 'tasks', path: '/tasks' },
    { name: 'sheets', path: '/sheets' },
    { name: 'admission look-up', path: `/admission/${area}` },
  ];
}

/** The page once it has its answers and stands still. */
export async function settled(page: Page): Promise<Page> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.jh-skeleton') === null, undefined, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  return page;
}
