export { type CaseFiles, FilesField } from './files-field.tsx';
