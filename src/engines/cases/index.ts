import type { MigrationFolder } from '#core/db';

export type { GivenAction } from './act-on-case.ts';
export type { CurrentRow } from './case-rows.ts';
export { type BulkOutcome, Cases } from './cases.ts';
export type { KindDeclaration } from './declaration.ts';
export { type CaseKind, type CaseKindSpec, defineCaseKind } from './define-case-kind.ts';
export type { People } from './doors.ts';
export type { CaseFilter, QueueCount } from './list-cases.ts';
export { type CaseAction, type CaseFile, type CaseRef, caseName, type DerivedCase, parseCaseName } from './model.ts';
export type { NewCase } from './open-case.ts';
export type { CasesParts, Effect, EffectContext } from './parts.ts';
export type { CaseView } from './read-case.ts';

export const casesMigrations: MigrationFolder = { owner: 'cases', folder: new URL('./migrations/', import.meta.url) };
