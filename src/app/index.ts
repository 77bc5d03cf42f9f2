import type { RemedyPlan } from '#contracts/balance';
import type { DatabaseStatus } from './database-status.ts';
import type { EvaluatedFiles } from './evaluate-files.ts';

export type { Application, ApplicationOptions } from './application.ts';
export type { DatabaseStatus } from './database-status.ts';
export type { EvaluatedFiles } from './evaluate-files.ts';
export { oneTimeLink } from './one-time-link.ts';
export { version } from './version.ts';

// Each door loads its room only when it is opened, so that a command starts with what it needs and no more.
export const backUpTo: typeof import('./holdings.ts').backUpTo = async (...given) =>
  (await import('./holdings.ts')).backUpTo(...given);
export const restoreFrom: typeof import('./holdings.ts').restoreFrom = async (...given) =>
  (await import('./holdings.ts')).restoreFrom(...given);
export const moveTo: typeof import('./holdings.ts').moveTo = async (...given) =>
  (await import('./holdings.ts')).moveTo(...given);
export const checkProfile: typeof import('./profile-files.ts').checkProfile = async (...given) =>
  (await import('./profile-files.ts')).checkProfile(...given);
export const guessProfileOf: typeof import('./profile-files.ts').guessProfileOf = async (...given) =>
  (await import('./profile-files.ts')).guessProfileOf(...given);
export const listProfiles: typeof import('./profile-files.ts').listProfiles = async () =>
  (await import('./profile-files.ts')).listProfiles();
export const databaseStatus = async (): Promise<DatabaseStatus> =>
  (await import('./database-status.ts')).databaseStatus();
export const evaluateFiles: typeof import('./evaluate-files.ts').evaluateFiles = async (
  ...given
): Promise<EvaluatedFiles> => (await import('./evaluate-files.ts')).evaluateFiles(...given);
export const evaluateStored: typeof import('./evaluate-files.ts').evaluateStored = async (
  ...given
): Promise<EvaluatedFiles> => (await import('./evaluate-files.ts')).evaluateStored(...given);
export const importFiles: typeof import('./import-files.ts').importFiles = async (...given) =>
  (await import('./import-files.ts')).importFiles(...given);
export const openCatalogue: typeof import('./open-catalogue.ts').openCatalogue = async (...given) =>
  (await import('./open-catalogue.ts')).openCatalogue(...given);
export const shippedInstruments: typeof import('./open-instruments.ts').shippedInstruments = async (...given) =>
  (await import('./open-instruments.ts')).shippedInstruments(...given);
export const remedyFiles: typeof import('./remedy-files.ts').remedyFiles = async (...given): Promise<RemedyPlan> =>
  (await import('./remedy-files.ts')).remedyFiles(...given);
export const remedyStored: typeof import('./remedy-files.ts').remedyStored = async (...given): Promise<RemedyPlan> =>
  (await import('./remedy-files.ts')).remedyStored(...given);
export const loadSeats: typeof import('./seats-files.ts').loadSeats = async (...given) =>
  (await import('./seats-files.ts')).loadSeats(...given);
export const projectSeats: typeof import('./seats-files.ts').projectSeats = async (...given) =>
  (await import('./seats-files.ts')).projectSeats(...given);
export const serve: typeof import('./serve.ts').serve = async (...given) =>
  (await import('./serve.ts')).serve(...given);
export const verifySnapshotFile = async (bytes: Uint8Array, name: string) =>
  (await import('./verify-file.ts')).verifySnapshotFile(bytes, name);
export const verifyEvidenceFile = async (bytes: Uint8Array, name: string) =>
  (await import('./verify-file.ts')).verifyEvidenceFile(bytes, name);
export const siteFile: typeof import('./siting-files.ts').siteFile = async (...given) =>
  (await import('./siting-files.ts')).siteFile(...given);
export const zoneFile: typeof import('./siting-files.ts').zoneFile = async (...given) =>
  (await import('./siting-files.ts')).zoneFile(...given);
export const locateFiles: typeof import('./locate-files.ts').locateFiles = async (...given) =>
  (await import('./locate-files.ts')).locateFiles(...given);
export const readDrawFiles: typeof import('./draw-files.ts').readDrawFiles = async (...given) =>
  (await import('./draw-files.ts')).readDrawFiles(...given);
export const writeDrawPage: typeof import('./draw-files.ts').writeDrawPage = async (...given) =>
  (await import('./draw-files.ts')).writeDrawPage(...given);
export const withApplication: typeof import('./application.ts').withApplication = async (...given) =>
  (await import('./application.ts')).withApplication(...given);
export const openApplication: typeof import('./application.ts').openApplication = async (...given) =>
  (await import('./application.ts')).openApplication(...given);
/** Every room's tables in the order they must be made, and the data that every database holds. */
export const databaseScripts = async () => {
  const { migrations, seeds } = await import('./application.ts');
  return { migrations, seeds };
};
/** The OpenAPI document, with every module's errors loaded. */
export const apiReference = async () => {
  await import('./application.ts');
  return (await import('./api-document.ts')).apiDocument();
};
export const writeDemoLedger: typeof import('./demo-ledger.ts').writeDemoLedger = async (...given) =>
  (await import('./demo-ledger.ts')).writeDemoLedger(...given);
export const createServer: typeof import('./server.ts').createServer = async (...given) =>
  (await import('./server.ts')).createServer(...given);
export { isEvidence } from './is-evidence.ts';
export type { EvidenceVerification } from './verify-file.ts';
export const runSweeps = async (...given: Parameters<typeof import('./run-sweeps.ts').runSweeps>) =>
  (await import('./run-sweeps.ts')).runSweeps(...given);
