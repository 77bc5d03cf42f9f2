import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { permissionCatalogue, type Roles, readRoles } from '#core/access';
import type { RouteAccess, Routes } from '#core/http';

const load = async (path: string) => (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
for (const path of globSync('src/**/permissions.ts')) await load(path);
const declared = new Set(permissionCatalogue().keys());

const routes = (
  await Promise.all(
    globSync('src/{core,engines,modules}/*/contract.ts').map(async (path) =>
      Object.entries(await load(path))
        .filter(([name]) => name.endsWith('Routes'))
        .flatMap(([, table]) => Object.values(table as Routes)),
    ),
  )
).flat();

function mistakeOf(access: RouteAccess | undefined, known: ReadonlySet<string>): string | undefined {
  if (access === undefined) return 'declares nothing';
  if (access === 'public' || access === 'signed-in') return undefined;
  return known.has(access.permission) ? undefined : `asks for ${access.permission}, which no module declares`;
}

test('every route declares who may ask, by a permission that exists', () => {
  expect(routes.length).toBeGreaterThan(40);
  const wrong = routes.flatMap(({ method, path, access }) => {
    const mistake = mistakeOf(access, declared);
    return mistake === undefined ? [] : [`${method} ${path} ${mistake}`];
  });
  expect(wrong).toEqual([]);
  expect(mistakeOf(undefined, declared)).toBe('declares nothing');
  expect(mistakeOf({ permission: 'pond.swim', at: 'anywhere' }, declared)).toContain('pond.swim');
});

test('the place a route names is one of its own fields', () => {
  const wrong = routes.flatMap((route) => {
    const { access } = route;
    if (typeof access === 'string' || typeof access.at === 'string') return [];
    return Object.values(access.at).filter((place) => {
      const [part = '', name = ''] = place.split('.');
      const schema: unknown = Reflect.get(route, part);
      const shape: unknown = typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'shape') : undefined;
      return typeof shape !== 'object' || shape === null || !(name in shape);
    });
  });
  expect(wrong).toEqual([]);
});

test('policies/roles.yaml knows every permission, and some person’s role holds each', () => {
  const roles: Roles = readRoles(readFileSync('policies/roles.yaml', 'utf8'), declared);
  const held = new Set(
    [...roles.values()].flatMap(({ at, permissions }) =>
      at === 'nowhere' || permissions === 'all' ? [] : permissions,
    ),
  );
  expect([...declared].filter((id) => !held.has(id))).toEqual([]);
});
