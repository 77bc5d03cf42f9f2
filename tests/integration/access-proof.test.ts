import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Application, openApplication } from '#app';
import type { Grant, Principal, Role } from '#core/access';
import { withoutAudit } from '#core/audit';
import { apiPrefix, type BoundRoute, httpServer, type RouteAccess, type RouteDeclaration } from '#core/http';
import { createLog } from '#core/log';
import { writeDemo } from '#modules/demo';
import { examples, passing, roomsWithoutTrail, unrecorded, withTables } from './acting-routes.ts';

/** Planted in every word that the foreign county keeps: whoever reads it has read what they may not. */
const canary = '金丝雀';
const at = new Date('2026-11-21T08:00:00Z');
const elsewhere = { nation: '000000', province: '340000', city: '341100' } as const;

let application: Application;
let server: FastifyInstance;
/** The same edge before handlers that answer nothing: what it lets through costs no evaluation. */
let edge: FastifyInstance;
let asked = 0;
let [writer, home, foreign, city, province] = ['', '', '', '', ''];
const unitsOf: Record<string, string[]> = {};
/** What the lists of the foreign county say, by the name of the field, and the ids of each list by its path. */
const records = new Map<string, Set<string>>();
const principals = new Map<string, Principal>();
/** The acts that changed a record, with the tables that the last of them wrote to. */
const told = new Map<string, readonly string[]>();

beforeAll(async () => {
  application = await openApplication({ place: { kind: 'memory' }, now: () => at });
  const { database, conditions } = application;
  const target = { database, dictionary: conditions.catalogue.library.dictionary, at };
  await writeDemo({ size: 'city', detail: 'resources', years: [2026], target });
  const rows = await database.query<{ code: string; id: string }>(
    `SELECT county_code AS code, id FROM unit WHERE kind = 'school' ORDER BY county_code, id`,
  );
  for (const { code, id } of rows) (unitsOf[code] ??= []).push(id);
  [home = '', foreign = ''] = Object.keys(unitsOf);
  city = `${home.slice(0, 4)}00`;
  province = `${home.slice(0, 2)}0000`;
  // An administrator ends the trial, in which anybody may act as the invented persons.
  await database.query(
    `INSERT INTO core_grant (area_code, person_id, id, role, at_area, source, granted_at, granted_by)
     VALUES ('000000', 'first', 'first', 'system-administrator', '000000', 'granted', now(), 'first')`,
  );
  server = await serverOver(application.routes);
  edge = await serverOver(application.routes.map((route) => ({ ...route, handle: async () => null })));
  await makeRecords();
});
afterAll(async () => {
  await server.close();
  await edge.close();
  await application.close();
});

async function serverOver(routes: readonly BoundRoute[]): Promise<FastifyInstance> {
  return httpServer({
    routes,
    log: createLog({ level: 'silent', now: () => at, write: () => {} }),
    uploadMegabytes: 1,
    gate: application.gate,
    audit: withoutAudit,
    identify: async ({ headers }) => principals.get(String(headers['x-principal'])),
    now: () => at,
  });
}

/** Marks every free text of the foreign county, in whatever table there is. */
async function plantCanaries(): Promise<void> {
  const { database } = application;
  const columns = await database.query<{ table_name: string; column_name: string; spread: string }>(
    `SELECT c.table_name, c.column_name, k.column_name AS spread FROM information_schema.columns c
     JOIN information_schema.columns k ON k.table_schema = c.table_schema AND k.table_name = c.table_name
       AND k.column_name IN ('county_code', 'area_code')
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
       AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = 'public' AND c.data_type = 'text'
       AND c.column_name IN ('name', 'title', 'evidence', 'reason', 'file_name', 'note', 'post', 'address', 'text')`,
  );
  expect(columns.length).toBeGreaterThan(5);
  for (const { table_name, column_name, spread } of columns) {
    await database.query(
      `UPDATE "${table_name}" SET "${column_name}" = "${column_name}" || '${canary}' WHERE ${spread} = '${foreign}'`,
    );
  }
  // The colleague of the foreign county reads the own school, and rightly so.
  await database.query(
    `UPDATE unit SET name = replace(name, '${canary}', ''), address = replace(address, '${canary}', '')
     WHERE county_code = $1 AND id = $2`,
    [foreign, unitsOf[foreign]?.[1]],
  );
}

interface Asked {
  readonly route: BoundRoute;
  readonly by: string;
  readonly area: string;
  readonly unit: string;
}

async function ask(where: FastifyInstance, { route: { declaration }, by, area, unit }: Asked) {
  const { method, path, params, query, body, form, access, titleKey } = declaration;
  const named = new Set(Object.entries(placesOf(access)).map(([, place]) => place));
  const given = (part: 'query' | 'body', schema: z.ZodType | undefined) =>
    schema === undefined ? undefined : filled(schema, part, { area, unit, named });
  const values = new Map(
    Object.keys(shapeOf(params)).map((name) => [name, valueOf(name, declaration, { area, unit })]),
  );
  const filledPath = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? 'x'));
  const search = new URLSearchParams(Object.entries(given('query', query) ?? {}).map(([k, v]) => [k, String(v)]));
  asked += 1;
  writer = by;
  return where.inject({
    method,
    url: `${apiPrefix}${filledPath}${search.size === 0 ? '' : `?${search}`}`,
    headers: {
      'x-principal': by,
      ...(form === undefined ? {} : { 'content-type': 'multipart/form-data; boundary=x' }),
    },
    ...(form === undefined ? {} : { payload: upload(filled(form, 'form', { area, unit, named })) }),
    ...(body === undefined
      ? {}
      : { payload: examples[titleKey]?.({ area, unit, writer, at }) ?? (given('body', body) as object) }),
  });
}

const shapeOf = (schema: z.ZodType | undefined): Record<string, unknown> =>
  schema === undefined
    ? {}
    : ((z.toJSONSchema(schema, loose) as { properties?: Record<string, unknown> }).properties ?? {});
/** A form with one small file. */
function upload(fields: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}`,
  );
  const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nword';
  return [...parts, file]
    .map((part) => `--x\r\n${part}\r\n`)
    .join('')
    .concat('--x--\r\n');
}

const loose = { io: 'input', unrepresentable: 'any' } as const;

function placesOf(access: RouteAccess): Readonly<Record<string, string>> {
  return typeof access === 'string' || typeof access.at === 'string' ? {} : { ...access.at };
}

/** What stands in a path: the area, the school, or a record that lies in the foreign county. */
function valueOf(
  name: string,
  { path, params }: RouteDeclaration,
  { area, unit }: Pick<Place, 'area' | 'unit'>,
): string {
  if (['area', 'home', 'to', 'county'].includes(name)) return area;
  if (name === 'unit') return unit;
  if (name === 'year') return '2026';
  const fits = (value: string) => !(params instanceof z.ZodObject) || isAccepted(params.shape[name], value);
  return (
    wordFor(name, path.slice(0, path.indexOf(`/:${name}`)), fits) ??
    ['x', `${area}-00000000000000000000000000`].find(fits) ??
    'x'
  );
}

function isAccepted(schema: unknown, value: string): boolean {
  return !(schema instanceof z.ZodType) || schema.safeParse(value).success;
}

/** A word that the lists know: an id of the list there, else a field of that name, else an id of the list called by it. */
function wordFor(name: string, path: string, fits: (value: string) => boolean): string | undefined {
  const known = [path, name, `/${name}s`].flatMap((key) => [...(records.get(key) ?? [])]);
  return known.find(fits);
}

interface Place {
  readonly area: string;
  readonly unit: string;
  readonly named: ReadonlySet<string>;
}

/** The least object that a schema accepts, with the area and school where the route or the field's name says so. */
function filled(schema: z.ZodType, part: string, place: Place): Record<string, unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, loose) as JsonSchema;
  const entries = Object.entries(properties).flatMap(([name, inner]): [string, unknown][] => {
    const isNamed = place.named.has(`${part}.${name}`);
    if (name === 'area' || name === 'county' || name === 'within') return [[name, place.area]];
    if (name === 'unit' && isNamed) return [[name, place.unit]];
    return required.includes(name) ? [[name, sample(inner, name)]] : [];
  });
  return Object.fromEntries(entries);
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly default?: unknown;
}

function sample(schema: JsonSchema, called = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf?.[0] !== undefined) return sample(schema.anyOf[0], called);
  switch (typeof schema.type === 'object' ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {}, name)]),
      );
    case 'array':
      return schema.minItems === undefined ? [] : [sample(schema.items ?? {})];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'null':
      return null;
    default:
      return schema.format === 'date' ? '2026-12-01' : wordOf(schema, called);
  }
}

function wordOf({ minLength = 0 }: JsonSchema, called: string): string {
  // Who writes says who they are, as the screen does.
  if (called === 'writer') return writer;
  return wordFor(called, '', (word) => word.length >= minLength) ?? `${foreign}-00000000000000000000000000`;
}

const everywhere: Principal = {
  id: 'keeper',
  name: '',
  kind: 'operator',
  grants: [{ role: 'operator', area: '000000' }],
};

/** Makes what a path may name in the foreign county, then reads its ids from the lists that a keeper sees. */
async function makeRecords(): Promise<void> {
  principals.set('keeper', everywhere);
  const acts = application.routes.filter(({ declaration: { method, form, path } }) => {
    return method === 'POST' && form === undefined && !/trial|undo|close|revoke|lock/.test(path);
  });
  await askAsKeeper(acts);
  await readLists();
  // What was made in the first round may be named in the second.
  await askAsKeeper(acts.filter(({ declaration: { path } }) => !isList(path)));
  await plantCanaries();
  await readLists();
}

async function askAsKeeper(routes: readonly BoundRoute[]): Promise<void> {
  for (const route of routes) {
    const [answer, tables] = await withTables(application.database, () =>
      ask(server, { route, by: 'keeper', area: foreign, unit: unitsOf[foreign]?.[0] ?? '' }),
    );
    if (answer.statusCode < 300 && tables.some((table) => !passing.test(table))) {
      told.set(route.declaration.titleKey, tables);
    }
  }
}

async function readLists(): Promise<void> {
  for (const route of application.routes) {
    const { method, path } = route.declaration;
    if (method !== 'GET' || !isList(path)) continue;
    const answer = await ask(server, { route, by: 'keeper', area: foreign, unit: unitsOf[foreign]?.[0] ?? '' });
    for (const [key, value] of rowsOf(answer)
      .slice(0, 20)
      .flatMap((row) => Object.entries(row))) {
      if (typeof value === 'string') note(key === 'id' ? path : key, value);
    }
  }
}

function note(key: string, value: string): void {
  const known = records.get(key);
  if (known === undefined) records.set(key, new Set([value]));
  else known.add(value);
}

/** Whether a path names a record that must be found first: then it is no list to find one in. */
function isList(path: string): boolean {
  return [...path.matchAll(/:(\w+)/g)].every(([, name]) => name === 'area') && !/export|report|letter|trace/.test(path);
}

function rowsOf({ body }: { readonly body: string }): readonly Record<string, unknown>[] {
  const answer: unknown = body.startsWith('{') ? JSON.parse(body) : {};
  if (typeof answer !== 'object' || answer === null) return [];
  const list = Object.values(answer).find((value) => Array.isArray(value) && value.length > 0);
  return Array.isArray(list) ? list.filter((row) => typeof row === 'object' && row !== null) : [];
}

/** One role wherever it can be held so that the foreign county or school lies outside. */
function strangers(role: Role): readonly Grant[] {
  if (role.at === 'unit') {
    return [
      { role: role.id, area: home, unit: unitsOf[home]?.[0] },
      // A colleague of the very county, in another school.
      { role: role.id, area: foreign, unit: unitsOf[foreign]?.[1] },
    ];
  }
  const levels = role.levels ?? ['county', 'city', 'province'];
  return levels
    .filter((level) => level !== 'nation')
    .map((level) => ({ role: role.id, area: level === 'county' ? home : elsewhere[level as 'city' | 'province'] }));
}

const grantable = () => [...application.gate.roles.values()].filter(({ at: place }) => place !== 'nowhere');
const principalOf = (id: string, grants: readonly Grant[]): Principal => {
  const principal: Principal = { id, name: '', kind: 'person', grants, registeredIn: home };
  principals.set(id, principal);
  return principal;
};

describe('who holds a role elsewhere', () => {
  test('the keeper finds records to ask for, and the canaries are really there', async () => {
    expect([...records.keys()]).toEqual(expect.arrayContaining(['batch', 'person', '/plans/areas/:area']));
    const list = application.routes.find(({ declaration }) => declaration.titleKey === 'organization.units');
    const answer = list && (await ask(server, { route: list, by: 'keeper', area: foreign, unit: '' }));
    expect(answer?.body).toContain(canary);
  });

  test('gets neither an answer nor a word of a foreign area or school, on any route', async () => {
    const leaks: string[] = [];
    for (const role of grantable()) {
      const by = principalOf(role.id, strangers(role)).id;
      for (const route of application.routes) {
        const answer = await ask(server, { route, by, area: foreign, unit: unitsOf[foreign]?.[0] ?? '' });
        const { access, method, path } = route.declaration;
        const mistake = mistakeOf(access, answer.statusCode, answer.body);
        if (mistake !== undefined) leaks.push(`${by}: ${method} ${path} ${mistake} ${answer.body.slice(20, 110)}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(asked).toBeGreaterThan(1000);
  }, 300_000);

  test('and nobody at all gets no further than the public routes', async () => {
    const open: string[] = [];
    for (const route of application.routes) {
      const answer = await ask(edge, { route, by: 'nobody', area: home, unit: unitsOf[home]?.[0] ?? '' });
      if (answer.statusCode !== 401) open.push(route.declaration.titleKey);
    }
    const isPublic = ({ declaration }: BoundRoute) => declaration.access === 'public';
    expect(open).toEqual(application.routes.filter(isPublic).map(({ declaration }) => declaration.titleKey));
  });
});

function mistakeOf(access: RouteAccess, status: number, body: string): string | undefined {
  if (body.includes(canary)) return `${status} leaks`;
  if (status >= 500) return `${status}`;
  if (access === 'public' || access === 'signed-in' || access.at === 'anywhere') return undefined;
  return status === 403 || status === 404 ? undefined : `answers ${status}`;
}

test('who holds a role here is let through wherever the role has the permission, and nowhere else', async () => {
  const wrong: string[] = [];
  for (const role of grantable()) {
    const [area, unit] = [home, unitsOf[home]?.[0] ?? ''];
    const levels = { county: home, city, province, nation: '000000', township: home };
    const grants: readonly Grant[] =
      role.at === 'unit'
        ? [{ role: role.id, area, unit }]
        : (role.levels ?? ['county']).map((level) => ({ role: role.id, area: levels[level] }));
    for (const grant of grants) {
      const by = principalOf(`own ${role.id} ${grant.area}`, [grant]).id;
      for (const route of application.routes) {
        const { access, titleKey } = route.declaration;
        if (typeof access === 'string') continue;
        const answer = await ask(edge, { route, by, area, unit });
        const holds = role.permissions !== 'all' && role.permissions.includes(access.permission);
        // One school is not its county: a route that names no school is not for who holds a role at one.
        const isOwn = role.at === 'area' || typeof access.at === 'string' || access.at.unit !== undefined;
        if ((answer.statusCode === 403) === (holds && isOwn)) wrong.push(`${by} ${titleKey} ${answer.statusCode}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('every act of the keeper that changes a record leaves an audit entry', async () => {
  const acts = application.routes.filter(({ declaration: { method } }) => method !== 'GET');
  await askAsKeeper(acts);
  const isSilent = ([route, tables]: [string, readonly string[]]) =>
    !tables.includes('audit_entry') && unrecorded[route] === undefined;
  expect([...told].filter(isSilent)).toEqual([]);
  const names = acts.map(({ declaration: { titleKey } }) => titleKey);
  expect(roomsWithoutTrail(names.filter((name) => !told.has(name)))).toEqual([]);
  expect(told.size).toBeGreaterThan(12);
});
