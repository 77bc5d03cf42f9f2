import type { z } from 'zod';
import { addressOf, type RequestOptions, request } from './request.ts';
import { type Routes, routePaths } from './route-paths.ts';

export type RouteName = keyof Routes;

type Input<Route, Field extends string> =
  Route extends Record<Field, infer Schema extends z.ZodType> ? { readonly [Key in Field]?: z.input<Schema> } : unknown;
type PathParameters<Route> = Route extends { readonly params: infer Schema extends z.ZodType }
  ? { readonly params: z.input<Schema> }
  : unknown;

export type Ask<Name extends RouteName> = PathParameters<Routes[Name]> &
  Input<Routes[Name], 'query'> &
  Input<Routes[Name], 'body'> &
  (Routes[Name] extends { readonly form: unknown } ? { readonly form: FormData } : unknown) & {
    readonly signal?: AbortSignal;
  };
export type Answer<Name extends RouteName> = z.output<Routes[Name]['response']>;

interface LooseAsk {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: RequestOptions['query'];
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

const known = new Map<string, string>(Object.entries(routePaths));

/** Takes the paths that a part of the product brings when it is loaded. */
export function knowPaths(paths: Readonly<Record<string, string>>): void {
  for (const [name, path] of Object.entries(paths)) known.set(name, path);
}

/** Method and path of a route. */
function pathOf(name: RouteName): readonly string[] {
  return known.get(name)?.split(' ') ?? [];
}

export const apiRoot = '/api/v1';

/** The path of a route with its parameters written in. */
export function fillPath(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
}

/** Asks one route of the contracts; question and answer have the contract's types. */
export async function call<Name extends RouteName>(name: Name, ask: Ask<Name>): Promise<Answer<Name>> {
  const [method, path = ''] = pathOf(name);
  const { params, query, body, form, signal }: LooseAsk = ask;
  return request<Answer<Name>>(`${apiRoot}${fillPath(path, params)}`, {
    method: method as NonNullable<RequestOptions['method']>,
    query,
    signal,
    ...(body === undefined ? {} : { body }),
    ...(form === undefined ? {} : { form }),
  });
}

/** The address of a file that a route answers with, for an ordinary download link. */
export function fileAddress<Name extends RouteName>(name: Name, ask: Ask<Name>): string {
  const path = pathOf(name)[1] ?? '';
  const { params, query }: LooseAsk = ask;
  return addressOf(`${apiRoot}${fillPath(path, params)}`, query);
}
