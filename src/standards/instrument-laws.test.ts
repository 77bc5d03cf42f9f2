import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type AnswerValue,
  type CompiledInstrument,
  itemsOf,
  judgeAnswer,
  progressOf,
  readInstrument,
  scoreAnswers,
} from './index.ts';

const text = `instrument: XX
version: '1'
kind: checklist
zh: 试
en: Test
confidence: own
source: { document: 试 }
scales:
  - id: extent
    levels:
      - { id: no, zh: 否, en: 'No', points: 0, positive: false }
      - { id: half, zh: 半, en: Half, points: 1, positive: false }
      - { id: full, zh: 全, en: Full, points: 2, positive: true }
      - { id: none, zh: 不适用, en: Not applicable }
sections:
  - id: first
    zh: 一
    en: First
    items:
      - { id: q1, zh: 一, en: One, type: level, scale: extent, weight: 3 }
      - { id: q2, zh: 二, en: Two, type: level, scale: extent, weight: 1 }
      - { id: q3, zh: 三, en: Three, type: yesNo }
  - id: second
    zh: 二
    en: Second
    askedIf: q3
    items:
      - { id: q4, zh: 四, en: Four, type: number, from: 0, to: 10 }
      - id: q5
        zh: 五
        en: Five
        type: choices
        atLeast: 0
        options: [{ id: a, zh: 甲, en: A }, { id: b, zh: 乙, en: B }]
      - { id: q6, zh: 六, en: Six, type: text, longest: 5, askedIf: q4 > 5 and q5A }
      - { id: q7, zh: 七, en: Seven, type: files, atLeast: 2, askedIf: 'not q5A' }
scores:
  - { id: total, zh: 合计, en: Total, how: sum, of: [first, q4] }
  - { id: mean, zh: 平均, en: Mean, how: mean, of: [q1, q2], bands: [{ from: 0, zh: 低, en: Low }, { from: 1.5, zh: 高, en: High }] }
  - { id: weighted, zh: 加权, en: Weighted, how: weighted, of: [q1, q2] }
  - { id: share, zh: 占比, en: Share, how: share, of: [first] }
`;
const compiledOf = (of: string): CompiledInstrument => {
  const { compiled, mistakes } = readInstrument({ path: 'test.yaml', text: of });
  expect(mistakes).toEqual([]);
  if (compiled === null) throw new Error('the test instrument does not read');
  return compiled;
};
const compiled = compiledOf(text);
const answersOf = (
  given: Readonly<Record<string, AnswerValue>>,
  files: Readonly<Record<string, string[]>> = {},
): Answers =>
  new Map(
    itemsOf(compiled.instrument).map(({ id }) => [id, { value: given[id] ?? null, files: files[id] ?? [] }] as const),
  );
const askedIds = (answers: Answers) => compiled.asked(answers).map(({ id }) => id);
const scoreOf = (given: Readonly<Record<string, AnswerValue>>, id: string) =>
  scoreAnswers(compiled, answersOf(given)).find((score) => score.id === id);

const levels = ['no', 'half', 'full', 'none'] as const;
const given = fc.record(
  {
    q1: fc.constantFrom(...levels),
    q2: fc.constantFrom(...levels),
    q3: fc.boolean(),
    q4: fc.integer({ min: 0, max: 10 }),
    q5: fc.subarray(['a', 'b']),
    q6: fc.string({ maxLength: 5 }),
  },
  { requiredKeys: [] },
);

describe('skip logic', () => {
  it('asks what the answers so far call for, and nothing that depends on what is not known', () => {
    expect(askedIds(answersOf({}))).toEqual(['q1', 'q2', 'q3']);
    expect(askedIds(answersOf({ q3: true }))).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    expect(askedIds(answersOf({ q3: true, q4: 6, q5: ['a'] }))).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
    expect(askedIds(answersOf({ q3: true, q5: [] }))).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q7']);
  });

  it('lets an answer to a skipped item decide nothing and count nothing', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const skipped = answersOf({ ...answers, q3: false });
        const without = answersOf({ ...answers, q3: false, q4: 0, q5: [] });
        expect(askedIds(skipped)).toEqual(['q1', 'q2', 'q3']);
        expect(scoreAnswers(compiled, skipped)).toEqual(scoreAnswers(compiled, without));
      }),
    );
  });

  it('asks items in their order, each once', () => {
    const order = itemsOf(compiled.instrument).map(({ id }) => id);
    fc.assert(
      fc.property(given, (answers) => {
        const asked = askedIds(answersOf(answers));
        expect(asked).toEqual(order.filter((id) => asked.includes(id)));
      }),
    );
  });
});

describe('scores', () => {
  it('follow the example worked by hand', () => {
    const example = { q1: 'full', q2: 'half', q3: true, q4: 4, q5: [] };
    expect(scoreOf(example, 'total')).toMatchObject({ value: 8, counted: 4, asked: 4 });
    expect(scoreOf(example, 'mean')).toMatchObject({ value: 1.5, band: { en: 'High' } });
    expect(scoreOf(example, 'weighted')?.value).toBe((2 * 3 + 1 * 1) / 4);
    expect(scoreOf(example, 'share')?.value).toBe(2 / 3);
  });

  it('leave out what was not answered or does not apply', () => {
    expect(scoreOf({ q1: 'full', q2: 'none' }, 'mean')).toMatchObject({ value: 2, counted: 1, asked: 2 });
    expect(scoreOf({ q1: 'none' }, 'mean')).toMatchObject({ value: null, band: null, counted: 0 });
  });

  it('lie between the least and the greatest points, shares between 0 and 1', () => {
    fc.assert(
      fc.property(given, (answers) => {
        for (const id of ['mean', 'weighted', 'share']) {
          const value = scoreOf(answers, id)?.value ?? 0;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(id === 'share' ? 1 : 2);
        }
      }),
    );
  });

  it('never fall when an answer is raised', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('q1', 'q2'), (answers, item) => {
        for (const id of ['total', 'mean', 'weighted', 'share']) {
          const values = ['no', 'half', 'full'].map((level) => scoreOf({ ...answers, [item]: level }, id)?.value ?? 0);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('weigh alike where the weights are alike', () => {
    const even = compiledOf(text.replace('weight: 3', 'weight: 1'));
    fc.assert(
      fc.property(given, (answers) => {
        const scores = new Map(scoreAnswers(even, answersOf(answers)).map(({ id, value }) => [id, value]));
        expect(scores.get('weighted')).toBe(scores.get('mean'));
      }),
    );
  });
});

describe('progress', () => {
  it('is complete exactly when nothing is missing', () => {
    fc.assert(
      fc.property(given, (answers) => {
        const { asked, done, missing } = progressOf(compiled, answersOf(answers));
        expect(done + missing.length).toBe(asked);
      }),
    );
  });

  it('says what is missing', () => {
    const few = answersOf({ q1: 'full', q2: 'half', q3: true, q4: 1, q5: [] }, { q7: ['one'] });
    expect(progressOf(compiled, few).missing).toEqual([{ item: 'q7', what: 'answer' }]);
  });
});

describe('judging an answer', () => {
  const items = new Map(itemsOf(compiled.instrument).map((item) => [item.id, item]));
  const judge = (id: string, value: AnswerValue) => {
    const item = items.get(id);
    return item === undefined ? 'no such item' : judgeAnswer(item, value);
  };
  it.each([
    ['q1', 'half', null],
    ['q1', 'most', 'notAnOption'],
    ['q1', 2, 'wrongKind'],
    ['q3', 'yes', 'wrongKind'],
    ['q4', 11, 'outOfRange'],
    ['q4', Number.NaN, 'wrongKind'],
    ['q5', ['a', 'a'], 'notAnOption'],
    ['q5', ['a', 'b'], null],
    ['q6', '六个汉字太长', 'tooLong'],
    ['q7', 'x', 'wrongKind'],
  ] as const)('%s = %j: %s', (id, value, expected) => {
    expect(judge(id, value)).toBe(expected);
  });

  it('never throws, whatever it is given', () => {
    const anything = fc.oneof(fc.boolean(), fc.double(), fc.string(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...items.keys()), anything, (id, value) => {
        expect(() => scoreAnswers(compiled, answersOf({ [id]: value }))).not.toThrow();
      }),
    );
  });
});

describe('checking a file', () => {
  /** The mistakes of the file with one piece replaced, as `line:column code`. */
  const after = (from: string, to: string) =>
    readInstrument({ path: 'test.yaml', text: text.replace(from, to) }).mistakes.map(
      ({ line, column, code }) => `${line}:${column} ${code}`,
    );
  /** Where a piece of the file stands. */
  const place = (piece: string, further = 0) => {
    const before = text.slice(0, text.indexOf(piece)).split('\n');
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1 + further}`;
  };

  it('names the place in a condition', () => {
    expect(after('q4 > 5', 'q44 > 5')).toEqual([`${place('q4 > 5')} unknown-name`]);
    expect(after('askedIf: q3', "askedIf: q6 = 'x'")).toEqual([`${place('askedIf: q3', 9)} asked-later`]);
    expect(after('askedIf: q3', "askedIf: q1 = 'most'")).toEqual([`${place('askedIf: q3', 14)} unknown-value`]);
    expect(after('askedIf: q3', 'askedIf: q1')).toEqual([`${place('askedIf: q3', 9)} type-mismatch`]);
  });

  it('names what is wrong with items, scales and scores', () => {
    expect(after('extent, weight: 3', 'extend, weight: 3')).toEqual([`${place('extent, weight: 3')} unknown-scale`]);
    expect(after('id: q5\n', 'id: q4\n')).toContain(`${place('q5\n')} duplicate-id`);
    expect(after('[first, q4]', '[frist, q6]')).toEqual([
      `${place('[first, q4]', 1)} unknown-item`,
      `${place('[first, q4]', 8)} not-scored`,
    ]);
    expect(after('from: 1.5', 'from: 0')).toEqual([`${place('[{ from: 0')} unordered-bands`]);
  });

  it('never throws on a damaged file', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (from, cut, put) => {
        const damaged = text.slice(0, from) + put + text.slice(from + cut);
        const { compiled: read, mistakes } = readInstrument({ path: 'test.yaml', text: damaged });
        expect(read === null).toBe(mistakes.length > 0);
      }),
    );
  });
});
