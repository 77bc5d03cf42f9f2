import { expect, test } from 'vitest';
import type { SurveyResultView } from '#contracts/instruments';
import { intervalText, questionRows, respondentRows, shareText } from './view-model.ts';

const words = (zh: string) => ({ zh, en: zh });
const share = { score: 'recognition', counted: 20, positive: 18, share: 0.9, interval: { from: 0.699, to: 0.972 } };
const result = {
  instrument: {
    respondents: [
      { id: 'parent', words: words('家长') },
      { id: 'deputy', words: words('代表') },
    ],
    sections: [
      {
        items: [
          {
            id: 'overall',
            words: words('总体'),
            type: { kind: 'level', options: [{ id: 'good', words: words('满意') }] },
          },
          { id: 'wish', words: words('建议'), type: { kind: 'text', longest: 10 } },
        ],
      },
    ],
  },
  count: {
    byRespondent: [{ respondent: 'parent', responses: 25, wanted: 60, scores: [share] }],
    items: [{ item: 'overall', answered: 25, options: [{ option: 'good', chosen: 18 }] }],
  },
  ways: [{ respondent: 'parent', label: '', codes: 2, usesLeft: 7 }],
} as unknown as SurveyResultView;

test('each kind of respondent has a row, also one that has not answered', () => {
  const [parent, deputy] = respondentRows(result);
  expect(parent).toMatchObject({ responses: 25, wanted: 60, codes: 2, usesLeft: 7 });
  expect([shareText(parent?.recognition), intervalText(parent?.recognition)]).toEqual(['90.0%', '69.9%–97.2%']);
  expect(deputy).toMatchObject({ responses: 0, usesLeft: 0 });
  expect([shareText(deputy?.recognition), intervalText(deputy?.recognition)]).toEqual(['—', '—']);
});

test('each question with answers to choose from has a row', () => {
  expect(questionRows(result)).toEqual([
    { item: 'overall', words: words('总体'), answered: 25, chosen: [{ words: words('满意'), people: 18 }] },
  ]);
});
