import type { z } from 'zod';
import type { Principal } from '#core/access';
import type { Language } from '#core/locale';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Where a request names something, such as `params.area`. */
export type RequestPlace = `${'params' | 'query' | 'body'}.${string}`;

/**
 * Who may ask.
 *
 * @remarks
 * A place: the edge itself asks the gate about the area (and school, and stage) named there, before the handler; an area that is not
 * given means the nation. `anywhere`: the permission must be held somewhere, and the handler reads only rows in its scope. `record`:
 * the same, and the handler asks the gate about the record it finds.
 */
export type RouteAccess =
  | 'public'
  | 'signed-in'
  | {
      readonly permission: string;
      readonly at:
        | 'record'
        | 'anywhere'
        | { readonly area: RequestPlace; readonly unit?: RequestPlace; readonly stage?: RequestPlace };
    };

/** A route as a module's contract declares it; the web reads the same object. Paths are below `/api/v1`. */
export interface RouteDeclaration {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly titleKey: string;
  readonly access: RouteAccess;
  /** Each read of it is recorded in the audit trail. */
  readonly isSensitive?: boolean;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The fields of a `multipart/form-data` upload beside its one `file`. */
  readonly form?: z.ZodType;
  readonly response: z.ZodType;
  /** Codes of the refusals a caller may expect. */
  readonly errors: readonly string[];
}

export type Routes = Readonly<Record<string, RouteDeclaration>>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to answer with, where the declared response is bytes. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Cookies of the request, and those the answer sets: for this site only and out of reach of scripts. */
export interface Cookies {
  get(name: string): string | undefined;
  /** Without `seconds` it lasts until the browser is closed. */
  set(name: string, value: string, seconds?: number): void;
  clear(name: string): void;
}

/** Who asks, when and in which language. */
export interface Caller {
  readonly requestId: string;
  readonly principal: Principal;
  /** The principal's id. */
  readonly by: string;
  readonly at: Date;
  readonly language: Language;
  readonly cookies: Cookies;
}

export interface RequestOf<Route extends RouteDeclaration> extends Caller {
  readonly params: Parsed<Route['params']>;
  readonly query: Parsed<Route['query']>;
  readonly body: Parsed<Route['body']>;
  readonly form: Parsed<Route['form']>;
  /** Present where the route declares a form. */
  readonly file: Route['form'] extends z.ZodType ? UploadedFile : undefined;
}

export type AnswerOf<Route extends RouteDeclaration> =
  z.output<Route['response']> extends Uint8Array ? FileAnswer : z.input<Route['response']>;

export type Handlers<Table extends Routes> = {
  readonly [Name in keyof Table]: (request: RequestOf<Table[Name]>) => Promise<AnswerOf<Table[Name]>>;
};

/** A parsed request of any route. */
export interface AnyRequest extends Caller {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly form: unknown;
  readonly file: UploadedFile | undefined;
}

/** A declared route with its handler, its types checked and then laid aside. */
export interface BoundRoute {
  readonly name: string;
  readonly declaration: RouteDeclaration;
  readonly handle: (request: AnyRequest) => Promise<unknown>;
}

/**
 * Binds each declared route of a module to its handler.
 *
 * @example export const routes = (service: Service) => bindRoutes(organizationRoutes, { area: ({ params }) => service.area(params.area), … });
 */
export function bindRoutes<Table extends Routes>(
  declarations: Table,
  handlers: Handlers<Table>,
): readonly BoundRoute[] {
  return Object.entries(declarations).map(([name, declaration]) => {
    // The request was parsed by this very declaration, so its type is the handler's.
    const handle = handlers[name] as BoundRoute['handle'];
    return { name, declaration, handle };
  });
}
