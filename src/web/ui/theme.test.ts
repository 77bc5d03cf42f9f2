import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { designTheme, palette } from './theme.ts';

test('the controls have the colours of the sheets', () => {
  const sheet = readFileSync('src/web/style/base.css', 'utf8');
  const written = Object.fromEntries(
    [...sheet.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
  expect(written).toMatchObject(palette);
});

test('large text makes the controls large too, and a thumb finds 40 px', () => {
  expect(designTheme(1.25, false).token).toMatchObject({ fontSize: 17.5, controlHeight: 40 });
  expect(designTheme(1, true).token).toMatchObject({ fontSize: 14, controlHeight: 40, controlHeightSM: 40 });
});
