import { z } from 'zod';
import { errorCatalogue } from '#core/errors';
import { apiPrefix } from './http-server.ts';
import type { BoundRoute } from './route.ts';

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Writes the OpenAPI 3.1 document of all routes from their declarations. */
export function openApiOf(routes: readonly BoundRoute[], info: ApiInfo): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = `${apiPrefix}${route.declaration.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.declaration.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { ...info, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(moduleOf))].map((name) => ({ name })),
    paths,
    components: { schemas: { Problem: problemSchema } },
  };
}

function operationOf(route: BoundRoute): Json {
  const { titleKey, params, query, body, form, response, errors } = route.declaration;
  const moduleName = moduleOf(route);
  return {
    operationId: `${moduleName}.${route.name}`,
    tags: [moduleName],
    summary: titleKey,
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...(body === undefined ? {} : { requestBody: contentOf('application/json', schemaOf(body, 'input')) }),
    ...(form === undefined ? {} : { requestBody: contentOf('multipart/form-data', formSchema(form)) }),
    responses: { 200: answerOf(response), ...refusalsOf(errors) },
  };
}

function moduleOf({ declaration }: BoundRoute): string {
  return declaration.titleKey.split('.')[0] ?? 'core';
}

function answerOf(response: z.ZodType): Json {
  const isFile = response instanceof z.ZodCustom;
  const content = isFile
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(response, 'output') } };
  return { description: isFile ? 'a file' : 'the answer', content };
}

/** One response a status, naming the codes that may stand in it. */
function refusalsOf(codes: readonly string[]): Json {
  const byStatus = new Map<number, string[]>([[400, ['core.requestRefused']]]);
  for (const code of codes) {
    const status = errorCatalogue().get(code)?.status ?? 400;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      status,
      {
        description: [...new Set(named)].join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function contentOf(mediaType: string, schema: Json): Json {
  return { required: true, content: { [mediaType]: { schema } } };
}

function formSchema(form: z.ZodType): Json {
  const { properties = {}, required = [] } = propertiesOf(schemaOf(form, 'input'));
  return {
    type: 'object',
    properties: { ...properties, file: { type: 'string', format: 'binary' } },
    required: [...required, 'file'],
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] {
  if (schema === undefined) {
    return [];
  }
  const { properties = {}, required = [] } = propertiesOf(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

const objectShape = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

function propertiesOf(schema: Json): z.output<typeof objectShape> {
  return objectShape.parse(schema);
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: nameField });
  return rest;
}

/** A field that a form asks for carries its names; in the document they are title and description. */
function nameField({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  const { zh, en } = jsonSchema;
  for (const key of ['zh', 'en', 'as', 'options']) delete jsonSchema[key];
  if (typeof en === 'string') jsonSchema.title = en;
  if (typeof zh === 'string') jsonSchema.description = zh;
}

const localText = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details; `code` is stable, `text` and `remedy` carry both languages.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    text: localText,
    remedy: localText,
    parameters: { type: 'object', additionalProperties: true },
  },
  required: ['type', 'title', 'status', 'code', 'text', 'remedy'],
};
