import { nationCode } from '#core/codes';
import { isWithin, type OddAreas, oddBelow } from './area-nesting.ts';
import { errors } from './errors.ts';
import { permissionCatalogue } from './permission.ts';
import type { Grant, Principal, Target } from './principal.ts';
import { refusalOf } from './refusal.ts';
import type { Role, Roles } from './roles.ts';
import { everything, type Reach, type ScopePart } from './scope.ts';

/** `elsewhere`: held, but not for this target. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly why: 'noRole' | 'elsewhere' };

/** The one place that decides who may do what. */
export interface Gate {
  readonly roles: Roles;
  decide(principal: Principal, permission: string, target: Target): Decision;
  /** @throws DomainError `access.forbidden` */
  require(principal: Principal, permission: string, target: Target): void;
  /** Where the permission is held; empty = nowhere. */
  scope(principal: Principal, permission: string): Reach;
  /** The same, refused where it is held nowhere. @throws DomainError `access.forbidden` */
  requireAnywhere(principal: Principal, permission: string): Reach;
  /** An area with everything below it, as a scope. */
  below(area: string): Reach;
  /** Whether one area is the other or lies below it. */
  isWithin(area: string, above: string): boolean;
}

export interface GateParts {
  readonly roles: Roles;
  /** The day in China. */
  readonly today: () => string;
  readonly oddAreas: () => OddAreas;
}

export function createGate({ roles, today, oddAreas }: GateParts): Gate {
  const permits = new Map([...roles].map(([id, { permissions }]) => [id, heldBy(permissions)]));
  const holds = (grant: Grant, permission: string, day: string): boolean => {
    if (permits.get(grant.role)?.(permission) !== true) return false;
    return (grant.from === undefined || grant.from <= day) && (grant.to === undefined || day <= grant.to);
  };
  const gate: Gate = {
    roles,
    decide({ grants }, permission, target) {
      const day = today();
      const odd = oddAreas();
      let why: 'noRole' | 'elsewhere' = 'noRole';
      for (const grant of grants) {
        if (!holds(grant, permission, day)) continue;
        if (covers(grant, target, permission, odd)) return { allowed: true };
        why = 'elsewhere';
      }
      return { allowed: false, why };
    },
    require(principal, permission, target) {
      if (!gate.decide(principal, permission, target).allowed) throw refusalOf(roles, permission, target.area);
    },
    scope({ grants }, permission) {
      const day = today();
      const stageless = isStageless(permission);
      const held = grants.filter((grant) => holds(grant, permission, day));
      return scopeOf(
        held.map(({ area, unit, stages }) => ({ area, unit, stages: stageless ? undefined : stages })),
        oddAreas,
      );
    },
    requireAnywhere(principal, permission) {
      const scope = gate.scope(principal, permission);
      if (!scope.everything && scope.parts.length === 0) throw refusalOf(roles, permission, undefined);
      return scope;
    },
    below: (area) => scopeOf([{ area }], oddAreas),
    isWithin: (area, above) => isWithin(area, above, oddAreas()),
  };
  return gate;
}

function heldBy(permissions: Role['permissions']): (permission: string) => boolean {
  if (permissions === 'all') return () => true;
  const named = new Set(permissions);
  return (permission) => named.has(permission);
}

function scopeOf(places: readonly Omit<ScopePart, 'odd'>[], oddAreas: () => OddAreas): Reach {
  if (places.some(({ area, unit, stages }) => area === nationCode && unit === undefined && stages === undefined)) {
    return everything;
  }
  const odd = oddAreas();
  return {
    everything: false,
    parts: places.map((place) => ({ ...place, odd: oddBelow(place.area, odd) })),
    touches: (area) =>
      places.some(
        (place) => isWithin(place.area, area, odd) || (place.unit === undefined && isWithin(area, place.area, odd)),
      ),
  };
}

function covers(grant: Grant, target: Target, permission: string, odd: OddAreas): boolean {
  if (grant.unit !== undefined && grant.unit !== target.unit) return false;
  if (!isWithin(target.area, grant.area, odd)) return false;
  if (grant.stages === undefined || isStageless(permission)) return true;
  return target.stage !== undefined && grant.stages.includes(target.stage);
}

function isStageless(permission: string): boolean {
  return permissionCatalogue().get(permission)?.stageless === true;
}

/** @throws DomainError `access.signInFirst` */
export function refuseUnknown(principal: Principal | undefined): asserts principal is Principal {
  if (principal === undefined) throw errors.signInFirst();
}
