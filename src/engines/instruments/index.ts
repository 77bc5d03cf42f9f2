import type { MigrationFolder } from '#core/db';

export { countSheetsGiven, type SheetCount, type SheetsOf } from './count-sheets.ts';
export { filesOfSheets } from './evidence.ts';
export { type InstrumentLibrary, openInstruments } from './library.ts';
export { type Act, type Sheet, type SheetKey, type Side } from './model.ts';
export { bindInstruments } from './routes.ts';
export { type Follower, type OpenedSheet, Sheets } from './sheets.ts';
export { type SurveyResult, Surveys } from './surveys.ts';

export const instrumentsMigrations: MigrationFolder = {
  owner: 'instruments',
  folder: new URL('./migrations/', import.meta.url),
};
