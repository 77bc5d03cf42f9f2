export { FieldInput } from './field-input.tsx';
export { type CaseFiles, FilesField } from './files-field.tsx';
export { readForm, type Typed } from './view-model.ts';
