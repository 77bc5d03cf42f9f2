import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mapFile, parseProfile } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { registryDatasets } from '#modules/organization';
import { loadDictionary } from '#standards';

const { dictionary } = loadDictionary({
  path: 'policies/measures.yaml',
  text: readFileSync('policies/measures.yaml', 'utf8'),
});
const page = readFileSync('docs/handbook/profiles.md', 'utf8');
const blocks = [...page.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const context = { datasets: registryDatasets, dictionary };

test('the first example of the handbook reads its own file', () => {
  const file = blocks.find(({ text }) => text.startsWith('标识码'))?.text ?? '';
  const text = blocks.find(({ text: yaml }) => yaml.startsWith('profile:'))?.text ?? '';
  const { profile, mistakes } = parseProfile('handbook', text, context);
  expect(mistakes).toEqual([]);
  const table = openTable(new TextEncoder().encode(file), 'a.csv');
  const mapped =
    profile && mapFile(table, profile, { ...context, areaCode: '341181', schoolYear: 2026, areas: [], units: null });
  expect(mapped?.findings).toEqual([]);
  expect(mapped?.facts.map((fact) => [fact.measure, fact.value])).toEqual([
    ['students', 812],
    ['fullTimeTeachers', 45],
    ['equipmentValueYuan', 1_234_000],
  ]);
});

test.each(
  blocks.filter(({ language, text }) => language === 'yaml' && /^(facts|records|skip|county|forms):/.test(text)),
)('the part that begins %s is sound', ({ text }) => {
  const head = 'profile: part\ntitle: { zh: 例, en: Part }\ncodes: { measures: { 学生: students } }\n';
  const isForms = text.startsWith('forms:');
  const inside = text.replaceAll(/^/gm, '    ').replace(/^ {4}/, '');
  const whole = isForms ? head + text : `${head}sheets:\n  - ${inside}`;
  expect(parseProfile('handbook', whole, context).mistakes).toEqual([]);
});
