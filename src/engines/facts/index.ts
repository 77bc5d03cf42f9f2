import type { MigrationFolder } from '#core/db';

export { factColumns } from './fact-columns.ts';
export { listYears } from './list-years.ts';
export type { Disagreement, Fact, SourcedFact } from './model.ts';
export { readFact, readUnitFacts } from './read-facts.ts';
export { readFrame } from './read-frame.ts';
export { findSharedStaff, type SharedStaff } from './shared-staff.ts';

export const factsMigrations: MigrationFolder = { owner: 'facts', folder: new URL('./migrations/', import.meta.url) };
