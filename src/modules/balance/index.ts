import type { MigrationFolder } from '#core/db';

export type { AreaSeries, FailingItems, SeriesReading } from './area-series.ts';
export { buildReport } from './build-report.ts';
export type { AreaEvaluation } from './evaluate-area.ts';
export { evaluateJobName } from './evaluate-job.ts';
export { pupilsOf } from './model.ts';
export { readQualityChecks } from './quality/read-checks.ts';
export { readUnitCosts } from './read-unit-costs.ts';
export type { Registry } from './registry.ts';
export type { UnitCost, UnitCosts } from './remedy/unit-cost.ts';
export { remedyJobName } from './remedy-job.ts';
export { amountShort, resourceOf } from './resource.ts';
export { bindBalance } from './routes.ts';
export { Balance, type ServiceDoors } from './service.ts';
export { writeSnapshotFile } from './snapshot-file.ts';
export { verifyRecord } from './snapshot-record.ts';
export { statusOf } from './status.ts';
export { type EvidenceOf, evidenceFiles, evidenceValues } from './write-evidence.ts';

export const balanceMigrations: MigrationFolder = {
  owner: 'balance',
  folder: new URL('./migrations/', import.meta.url),
};
