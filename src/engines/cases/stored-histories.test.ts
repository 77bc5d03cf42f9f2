import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHolidays } from '#core/calendar';
import { findBrokenLink } from './chain-action.ts';
import { checkDeclaration } from './check-declaration.ts';
import type { KindDeclaration } from './declaration.ts';
import { deriveCase } from './derive-case.ts';
import type { CaseAction, DerivedCase } from './model.ts';

/**
 * Cases as installations hold them, each with the edition it was opened by. These files must never change: what is stored out there
 * does not either. Whoever changes how a case is replayed makes them pass as they are.
 */
const histories: Readonly<Record<string, string>> = {
  'errand-1-done': '2fd70fe32ad13fdb458b0f6da72c6ea5e3a6e0b1e4c90cb73904edf25e18aa26',
  'repair-1-closed-and-reopened': '9b592fc4257748e78842b0e16e4475a85dd67bd91d6adb49a304c6e72ada1af5',
  'repair-1-escalated-over-the-holidays': 'ab6211ab45d251b49ead625ffb2000d2434e4e7d67f516d1ac4c491a72d537db',
  'repair-1-returned-and-granted': '4d9662c907a52e1d28cf37020d1c35618b378a88a067ca0d7121b24399f272a5',
};
const folder = 'src/engines/cases/histories';
const { calendar } = readHolidays(readFileSync('policies/calendar/cn-holidays.yaml', 'utf8'));

interface Stored {
  readonly declaration: KindDeclaration;
  readonly actions: readonly (Omit<CaseAction, 'at'> & { readonly at: string })[];
  readonly derived: DerivedCase;
}

test('every stored history is on the list', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(histories)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

test.each(Object.entries(histories))('%s replays as it always did', (name, sha256) => {
  // A checkout may carry Windows line ends.
  const text = readFileSync(`${folder}/${name}.json`, 'utf8').replaceAll('\r\n', '\n');
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  const { declaration, actions: written, derived } = JSON.parse(text) as Stored;
  checkDeclaration(declaration);
  const actions = written.map((action) => ({ ...action, at: new Date(action.at) }));
  expect(findBrokenLink(actions)).toBeUndefined();
  expect(JSON.parse(JSON.stringify(deriveCase(declaration, actions, calendar)))).toEqual(derived);
});
