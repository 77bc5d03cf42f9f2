import { RefusedRequest } from '#web/api';

/** Whether the server refused with this code. */
export function isRefusedAs(error: unknown, code: string): boolean {
  return error instanceof RefusedRequest && error.problem.code === code;
}
