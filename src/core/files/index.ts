export { type FileStore, openFileStore, writeWhole } from './file-store.ts';
