import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromShown, shownUnit, toShown } from './unit.ts';

test('a share is read in per cent, anything else as it is', () => {
  expect(shownUnit('share').words).toEqual({ zh: '%', en: '%' });
  expect([toShown(0.893, 'share'), toShown(0.07, 'share'), toShown(0.57, 'share')]).toEqual([89.3, 7, 57]);
  expect([toShown(4.2, 'm2/pupil'), shownUnit('m2/pupil').words.zh]).toEqual([4.2, '平方米/名学生']);
});

test('what is typed with up to twelve digits comes back as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 10 }), (digits, places) => {
      const typed = Number(`${digits}e-${places}`);
      expect(toShown(fromShown(typed, 'share'), 'share')).toBe(typed);
    }),
  );
});
