import type { MigrationFolder } from '#core/db';

export type { OddAreas } from './area-nesting.ts';
export { createGate, type Decision, type Gate, refuseUnknown } from './gate.ts';
export { nobody, operatorPrincipal, trialPrincipal } from './given-principals.ts';
export { areaInScope, inScope, type ScopeColumns } from './in-scope.ts';
export { isHeld, loadPrincipal } from './load-principal.ts';
export {
  type DelegationRow,
  findDelegationsTo,
  findGrants,
  findNames,
  findPerson,
  type GrantRow,
  hadAdministrator,
  insertDelegation,
  insertGrant,
  insertPerson,
  lockPerson,
  type PersonRow,
} from './people-repository.ts';
export type { PeopleTables, PersonRef } from './people-tables.ts';
export { definePermissions, permissionCatalogue } from './permission.ts';
export type { Grant, Principal, Target } from './principal.ts';
export { type Role, type Roles, readRoles } from './roles.ts';
export { everything, type Reach, type Scope } from './scope.ts';

export const accessMigrations: MigrationFolder = {
  owner: 'access',
  folder: new URL('./migrations/', import.meta.url),
};
