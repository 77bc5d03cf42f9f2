import { type Gate, nobody, type Principal, refuseUnknown } from '#core/access';
import { nationCode } from '#core/codes';
import type { RequestPlace, RouteAccess } from './route.ts';

type Parts = Readonly<Record<'params' | 'query' | 'body', unknown>>;

/**
 * Refuses, before anything of the request is read, who may not ask this route anywhere.
 *
 * @throws DomainError `access.signInFirst`, `access.forbidden`
 */
export function admit(access: RouteAccess, principal: Principal | undefined, gate: Gate): Principal {
  if (access === 'public') return principal ?? nobody;
  refuseUnknown(principal);
  if (access !== 'signed-in') gate.requireAnywhere(principal, access.permission);
  return principal;
}

/**
 * Asks the gate about the place that the request names.
 *
 * @param which `given`: only where the request names an area at all; otherwise one that is not given means the nation
 * @throws DomainError `access.forbidden`
 */
export function requireNamed(
  access: RouteAccess,
  { principal, gate }: { readonly principal: Principal; readonly gate: Gate },
  parts: Parts,
  which: 'given' | 'all' = 'all',
): void {
  if (typeof access === 'string' || typeof access.at === 'string') return;
  const area = valueAt(parts, access.at.area);
  if (which === 'given' && (area === undefined || access.at.stage !== undefined)) return;
  const { unit, stage } = access.at;
  gate.require(principal, access.permission, {
    area: area ?? nationCode,
    unit: unit === undefined ? undefined : valueAt(parts, unit),
    stage: stage === undefined ? undefined : valueAt(parts, stage),
  });
}

function valueAt(parts: Parts, place: RequestPlace): string | undefined {
  const [part, ...names] = place.split('.') as [keyof Parts, ...string[]];
  let value: unknown = parts[part];
  for (const name of names) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}
