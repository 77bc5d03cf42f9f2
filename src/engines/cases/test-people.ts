import { createGate, type Gate, type Principal, type Role } from '#core/access';

export const county = '341181';
export const school = '2134000001';

const role = (id: string, permissions: readonly string[]): [string, Role] => [
  id,
  {
    id,
    name: { zh: id, en: id },
    duty: { zh: id, en: id },
    at: 'area',
    levels: ['county', 'province'],
    permissions: permissions.map((name) => `trial.${name}`),
  },
];

/** The real gate over invented roles. */
export const gate: Gate = createGate({
  roles: new Map([
    role('clerk', ['read', 'ask']),
    role('officer', ['read', 'grant']),
    role('head', ['read', 'grant', 'assign']),
    role('supervisor', ['read', 'supervise']),
  ]),
  today: () => '2026-11-20',
  oddAreas: () => new Map(),
});

const person = (id: string, roleName: string, area: string, unit?: string): Principal => ({
  id,
  name: id,
  kind: 'person',
  grants: [{ role: roleName, area, unit }],
});

export const clerk = person('clerk', 'clerk', county, school);
export const otherClerk = person('other-clerk', 'clerk', county, '2134000002');
export const officer = person('officer', 'officer', county);
export const second = person('second', 'officer', county);
export const head = person('head', 'head', county);
export const stranger = person('stranger', 'head', '320102');
export const province = person('province', 'supervisor', '340000');
