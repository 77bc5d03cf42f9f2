import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildDataPackage } from './data-package.ts';

test('packs tables with every column described, and no cell that runs', () => {
  const at = new Date('2026-10-01T00:00:00Z');
  const download = buildDataPackage({
    name: 'sample',
    title: { zh: '样例', en: 'Sample' },
    description: { zh: '样例数据', en: 'Sample data' },
    licence: { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    sources: [{ title: 'none' }],
    at,
    tables: [
      {
        name: 'units',
        title: { zh: '学校', en: 'units' },
        primaryKey: ['id'],
        columns: [
          { id: 'id', type: 'string', title: { zh: '标识码', en: 'identifier' } },
          { id: 'share', type: 'number', title: { zh: '比例', en: 'share' } },
        ],
        rows: [
          ['=cmd()', 0.1],
          ['𠮷,"小学', null],
        ],
      },
    ],
  });
  const files = unzipSync(download.bytes);
  expect(strFromU8(files['data/units.csv'] ?? new Uint8Array())).toBe('id,share\r\n\'=cmd(),0.1\r\n"𠮷,""小学",\r\n');
  const descriptor: unknown = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array()));
  expect(descriptor).toMatchObject({
    name: 'sample',
    resources: [
      {
        path: 'data/units.csv',
        schema: {
          fields: [
            { name: 'id', type: 'string', title: 'identifier' },
            { name: 'share', type: 'number' },
          ],
          primaryKey: ['id'],
        },
      },
    ],
  });
});
