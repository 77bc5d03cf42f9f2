export type { KeptChange, ShownAnswer } from './change-list.ts';
export { countUnsent, keepPhoto, keepSheet, keptPhoto, keptSheets, wipeDevice } from './device-store.ts';
export { photoId, photoName } from './photo-name.ts';
export { registerWorker } from './register-worker.ts';
export { sendEverything } from './send-changes.ts';
export { shrinkPhoto } from './shrink-photo.ts';
export { type SheetState, useSheet } from './use-sheet.ts';
