import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locateFiles, siteFile, zoneFile } from '#app';

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'junheng-siting-'));
  await writeFile(
    at('rules.csv'),
    'village,level,neighbourhood_ranges,excluded_ranges,base_school,free_choice_schools\n' +
      '青山里,elementary,1-3,,東小,\n青山里,elementary,4-9,,西小,東小\n綠水里,elementary,all,,,東小;西小\n',
  );
  await writeFile(
    at('doors.csv'),
    'road,lane,alley,number,village,neighbourhood\n中山路,,,2,青山里,3\n中山路,,,4,青山里;綠水里,3;1\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('the examples of the handbook are planned as they stand there', async () => {
  const text = await readFile('docs/handbook/siting.md', 'utf8');
  const [sites = '', zones = ''] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  await writeFile(at('sites.json'), sites);
  await writeFile(at('zones.json'), zones);
  expect(await siteFile({ file: at('sites.json'), timeLimitS: 10 })).toMatchObject({
    outcome: 'planned',
    ended: 'proved',
    sites: [
      { id: 'town-school', children: 200 },
      { id: 'plot-a', children: 200 },
    ],
  });
  expect(await zoneFile({ file: at('zones.json'), timeLimitS: 10 })).toMatchObject({
    outcome: 'planned',
    movedChildren: 40,
  });
  await expect(siteFile({ file: at('none.json'), timeLimitS: 1 })).rejects.toMatchObject({ code: 'app.fileNotFound' });
});

test('addresses get their school, several, or an honest no rule', async () => {
  const addresses = ['青山里3鄰', '中山路2號', '中山路4號', '綠水里', '白雲里1鄰'];
  const { located, findings, rules } = await locateFiles({ rules: at('rules.csv'), doors: at('doors.csv'), addresses });
  expect(rules).toBe(4);
  expect(findings).toEqual([]);
  expect(located.map(({ kind }) => kind)).toEqual(['school', 'school', 'unsure', 'several', 'noRule']);
  expect(located[0]).toMatchObject({ stage: 'primary', answers: [{ located: { school: '東小' } }] });
  await expect(locateFiles({ rules: at('doors.csv'), addresses })).rejects.toMatchObject({ code: 'app.notRules' });
  await expect(locateFiles({ rules: at('rules.csv'), doors: at('sites.json'), addresses })).rejects.toThrow('notDoors');
});
