import type { MigrationFolder } from '#core/db';

export { buildReport } from './build-report.ts';
export { canonicalInput, hashInput } from './canonical.ts';
export { type AreaEvaluation, type BalanceDoors, evaluateInput, type Question } from './evaluate-area.ts';
export type { Evaluated } from './model.ts';
export type { QualityChecks } from './quality/model.ts';
export { readQualityChecks } from './quality/read-checks.ts';
export { readUnitCosts } from './read-unit-costs.ts';
export type { Registry, RegistryFrame } from './registry.ts';
export type { UnitCosts } from './remedy/unit-cost.ts';
export { bindBalance } from './routes.ts';
export { Balance, type ServiceDoors } from './service.ts';
export { packSnapshot, type SnapshotRecord, verifyRecord } from './snapshot-record.ts';

export const balanceMigrations: MigrationFolder = {
  owner: 'balance',
  folder: new URL('./migrations/', import.meta.url),
};
