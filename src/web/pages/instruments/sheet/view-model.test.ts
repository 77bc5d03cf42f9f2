import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemsOf, readInstrument } from '#standards';
import type { ShownAnswer } from '#web/offline';
import { answerText, modelOf, scoreText } from './view-model.ts';

const path = 'policies/instruments/condition-inspection.yaml';
const { compiled } = readInstrument({ path, text: readFileSync(path, 'utf8') });
if (compiled === null) throw new Error('the shipped instrument does not read');
const instrument = structuredClone(compiled.instrument) as unknown as Parameters<typeof modelOf>[0];
const shown = (given: Readonly<Record<string, ShownAnswer['value']>>): ReadonlyMap<string, ShownAnswer> =>
  new Map(Object.entries(given).map(([item, value]) => [item, { value, note: '', files: [], state: 'kept' }]));

test('a section that is not asked is not shown, and one that is counts what is done', () => {
  const sections = (given: Parameters<typeof shown>[0]) =>
    modelOf(instrument, shown(given))?.sections.map(
      ({ section, done, items }) => `${section.id} ${done}/${items.length}`,
    );
  expect(sections({})).not.toContain('boarding 0/3');
  expect(sections({ hasBoarders: true, nightDuty: true })).toContain('boarding 1/3');
});

test('answers read as words', () => {
  const words = { yes: '是', no: '否', files: (n: string) => `${n} 个文件` };
  const item = (id: string) => {
    const found = itemsOf(compiled.instrument).find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  const read = (id: string, value: ShownAnswer['value']) =>
    answerText(item(id), { value, files: [] }, ({ zh }) => zh, words);
  expect(read('water', false)).toBe('否');
  expect(read('grade', 'B')).toBe('B 级');
  expect(read('idle', ['arts', 'books'])).toBe('音体美、图书');
  expect(read('musicRoom', 96.5)).toBe('96.5');
  expect(read('water', null)).toBe('');
});

test('scores read as shares or numbers', () => {
  expect(scoreText('share', 2 / 3)).toBe('66.7%');
  expect(scoreText('sum', 12)).toBe('12');
});
