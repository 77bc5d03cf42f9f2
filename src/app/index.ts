export { type Application, migrations, openApplication, seeds, withApplication } from './application.ts';
export { type DatabaseStatus, databaseStatus } from './database-status.ts';
export { evaluateFiles, evaluateStored } from './evaluate-files.ts';
export { importFiles } from './import-files.ts';
export { openCatalogue } from './open-catalogue.ts';
export { serve } from './serve.ts';
export { apiDocument, createServer } from './server.ts';
export { verifySnapshotFile } from './verify-file.ts';
export { version } from './version.ts';
