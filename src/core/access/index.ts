export type { OddAreas } from './area-nesting.ts';
export { createGate, type Decision, type Gate, refuseUnknown } from './gate.ts';
export { nobody, operatorPrincipal, trialPrincipal } from './given-principals.ts';
export { inScope, type ScopeColumns } from './in-scope.ts';
export { definePermissions, permissionCatalogue } from './permission.ts';
export type { Grant, Principal, Target } from './principal.ts';
export { type Role, type Roles, readRoles } from './roles.ts';
export { everything, type Scope } from './scope.ts';
