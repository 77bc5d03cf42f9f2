import type { Text } from '#web/locale';

/** What the server refused, as problem+json. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text | null;
}

/** The server answered, and the answer was no. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message.en);
    this.problem = problem;
  }
}

/** No answer came: no network, or no server. */
export class UnreachableServer extends Error {
  override readonly name = 'UnreachableServer';
}

function textOf(value: unknown, fallback: string): Text {
  if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) {
    return { zh: String(value.zh), en: String(value.en) };
  }
  const one = typeof value === 'string' && value !== '' ? value : fallback;
  return { zh: one, en: one };
}

/** Reads a problem+json body; anything else becomes a problem that says at least its status. */
export function readProblem(status: number, body: unknown): Problem {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const remedy = fields['remedy'];
  return {
    status,
    code: typeof fields['code'] === 'string' ? fields['code'] : `http-${status}`,
    message: textOf(fields['text'] ?? fields['detail'] ?? fields['title'], `HTTP ${status}`),
    remedy: remedy === undefined || remedy === null ? null : textOf(remedy, ''),
  };
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>> | undefined;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal | undefined;
}

/** A path with its query; parameters without a value are left out, so that equal questions have equal addresses. */
export function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(addressOf(path, options.query), {
      method: options.method ?? 'GET',
      headers,
      ...(options.form ? { body: options.form } : {}),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new UnreachableServer('unreachable', { cause });
  }
}

/** Asks the server; resolves with its JSON, rejects with `RefusedRequest` or `UnreachableServer`. */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch (cause) {
    // A proxy in front of a stopped service answers with an HTML page.
    throw new UnreachableServer('not JSON', { cause });
  }
  if (!response.ok) throw new RefusedRequest(readProblem(response.status, body));
  return body as Answer;
}
