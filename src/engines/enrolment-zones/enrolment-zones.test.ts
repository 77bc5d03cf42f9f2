import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AddressBook,
  checkRules,
  type Located,
  parseAddress,
  type RuleRow,
  readRules,
  residencesFor,
  ZoneIndex,
} from './index.ts';

const places = (rows: readonly (readonly [string, string, string, string, string])[]): RuleRow[] =>
  rows.map(([village, ranges, excluded, base, free], i) => ({
    row: i + 2,
    cells: {
      village,
      level: 'elementary',
      neighbourhood_ranges: ranges,
      excluded_ranges: excluded,
      base_school: base,
      free_choice_schools: free,
    },
  }));

const texts = (rows: readonly (readonly [string, string, string, string])[]): RuleRow[] =>
  rows.map(([district, school, basic, free], i) => ({
    row: i + 2,
    cells: { level: '小学', district, school, basic_area: basic, free_area: free },
  }));

const schoolsOf = (located: Located) =>
  located.kind === 'noRule' ? located.reason : located.candidates.map(({ school }) => school).join(' ');

describe('rules by place', () => {
  const { rules, findings } = readRules(
    places([
      ['青山里', '1-5;9', '', '東小', ''],
      ['青山里', '6-8', '', '東小', '西小;北小'],
      ['青山里', 'else', '1-9', '西小', ''],
      ['綠水里', 'all', '', '', '東小;西小'],
    ]),
  );
  const index = new ZoneIndex(rules);
  const at = (village: string, neighbourhood?: number) => index.locate({ village, neighbourhood }, 'primary');

  it('give a school, a choice, or honestly nothing', () => {
    expect(findings).toEqual([]);
    expect(at('青山里', 3)).toMatchObject({ kind: 'school', school: '東小' });
    expect(at('青山里', 7)).toMatchObject({ kind: 'school', school: '東小' });
    expect(schoolsOf(at('青山里', 7))).toBe('東小 西小 北小');
    expect(at('青山里', 12)).toMatchObject({ kind: 'school', school: '西小' });
    expect(at('綠水里')).toMatchObject({ kind: 'several' });
    expect(schoolsOf(at('青山里'))).toBe('numberNeeded');
    expect(schoolsOf(at('白雲里', 1))).toBe('unknownPlace');
    expect(schoolsOf(index.locate({ village: '青山里', neighbourhood: 1 }, 'junior'))).toBe('unknownPlace');
  });

  it('are found wrong where they overlap, leave gaps or cannot be read', () => {
    const broken = readRules(
      places([
        ['甲里', '1-5', '', '東小', ''],
        ['甲里', '5-6;9', '', '西小', ''],
        ['乙里', '一到五', '', '東小', ''],
      ]),
    );
    expect(broken.findings.map(({ kind, row }) => [kind, row])).toEqual([['unreadable', 4]]);
    expect(checkRules(broken.rules).map(({ kind, text }) => [kind, text])).toEqual([
      ['overlap', '甲里 5'],
      ['gap', '甲里 7-8'],
    ]);
  });

  it('are in force from a day to a day', () => {
    const row = places([['丙里', 'all', '', '東小', '']]).map((one) => ({
      ...one,
      cells: { ...one.cells, valid_from: '2026-07-01', valid_until: '2027-06-30' },
    }));
    const dated = new ZoneIndex(readRules(row).rules);
    expect(schoolsOf(dated.locate({ village: '丙里' }, 'primary', '2026-06-30'))).toBe('notInForce');
    expect(schoolsOf(dated.locate({ village: '丙里' }, 'primary', '2026-07-01'))).toBe('東小');
    expect(schoolsOf(dated.locate({ village: '丙里' }, 'primary', '2027-07-01'))).toBe('notInForce');
  });

  it('hold each number exactly where its range, exclusion and parity say', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 90 }), (ranges, asked) => {
        const spelled = ranges.map(([from, length]) => `${from}－${from + length}`).join('、');
        const inside = ranges.some(([from, length]) => asked >= from && asked <= from + length);
        const of = (text: string) => new ZoneIndex(readRules(texts([['甲區', '東小', text, '']])).rules);
        const found = (text: string, residence: object) => of(text).locate(residence, 'primary').kind === 'school';
        expect(found(`青山里（${spelled}鄰）`, { village: '青山里', neighbourhood: asked })).toBe(inside);
        expect(found(`青山里（${spelled}鄰除外）`, { village: '青山里', neighbourhood: asked })).toBe(!inside);
        expect(found(`中山路${spelled}號（單號）`, { street: '中山路', door: asked })).toBe(inside && asked % 2 === 1);
        expect(found(`中山路${spelled}号（双号）`, { street: '中山路', door: asked })).toBe(inside && asked % 2 === 0);
      }),
    );
  });
});

describe('rules as text', () => {
  const { rules, findings } = readRules(
    texts([
      [
        '甲區',
        '中和國小',
        '一、青山里、綠水里（1－3、5鄰）二、乙區白雲里（2鄰除外）、黑土里',
        '紅葉里【中和、東國小自由學區】',
      ],
      ['甲區', '東國小', '東林、西林(1-2鄰)等里', '一、 紅葉里【中和、東國小自由學區】'],
      ['乙區', '外國小', '全區轄區', '藍天里有兄姊就讀者【外、火星國小自由學區】'],
      ['乙區', '街國小', '中山街·河边社区部分：长宁街；广雅路27-65号（单号）；西增路4、9号', ''],
    ]),
  );
  const index = new ZoneIndex(rules);
  const at = (residence: object) => schoolsOf(index.locate(residence, 'primary'));

  it('read villages, ranges, exclusions, other districts, streets and shared zones', () => {
    expect(at({ district: '甲區', village: '青山里' })).toBe('中和國小');
    expect(at({ district: '甲區', village: '綠水里', neighbourhood: 4 })).toBe('numberNotCovered');
    expect(at({ district: '甲區', village: '綠水里', neighbourhood: 5 })).toBe('中和國小');
    expect(at({ district: '乙區', village: '白雲里', neighbourhood: 1 })).toBe('中和國小');
    // in the next district a village goes on counting for it, and what no rule names falls to its whole-district school
    expect(at({ district: '乙區', village: '黑土里' })).toBe('中和國小');
    expect(at({ district: '乙區', village: '白雲里', neighbourhood: 2 })).toBe('外國小');
    expect(at({ district: '甲區', village: '紅葉里' })).toBe('中和國小 東國小');
    expect(at({ district: '甲區', village: '西林里', neighbourhood: 2 })).toBe('東國小');
    expect(at({ street: '广雅路', door: 29 })).toBe('街國小');
    expect(at({ street: '广雅路', door: 30 })).toBe('numberNotCovered');
    expect(at({ street: '西增路', door: 9 })).toBe('街國小');
  });

  it('say what they could not read', () => {
    expect(findings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['unreadable 藍天里有兄姊就讀者']);
    const strange = readRules(texts([['乙區', '外國小', '', '藍天里【外、火星國小自由學區】']]));
    expect(strange.findings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['unknownSchool 火星國小']);
  });
});

describe('addresses', () => {
  it('are taken apart', () => {
    expect(parseAddress('新北市林口區文化北路２段550巷20弄37-1號')).toMatchObject({
      district: '林口區',
      street: '文化北路二段',
      lane: '550',
      alley: '20',
      doorText: '37-1',
      door: 37,
    });
    expect(parseAddress('甲區青山里18鄰')).toMatchObject({ district: '甲區', village: '青山里', neighbourhood: 18 });
    expect(parseAddress('')).toEqual({});
  });

  it('are found in a book, and several places stay several', () => {
    const door = { lane: '', alley: '', road: '中山路' };
    const book = new AddressBook([
      { ...door, number: '2', village: '青山里', neighbourhood: '3' },
      { ...door, number: '4', village: '青山里;綠水里', neighbourhood: '3;1' },
    ]);
    expect(residencesFor('甲區中山路2號', book)).toMatchObject([{ village: '青山里', neighbourhood: 3 }]);
    expect(residencesFor('甲區中山路4號', book).map(({ village }) => village)).toEqual(['青山里', '綠水里']);
    expect(residencesFor('甲區青山里5鄰中山路2號', book)).toMatchObject([{ neighbourhood: 5 }]);
    expect(residencesFor('甲區海邊路9號', book)).toMatchObject([{ street: '海邊路', door: 9 }]);
  });
});
