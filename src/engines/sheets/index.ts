export type { Cell, FileNote, Merge, ReadLimits, Row, Sheet, TableFile, TypedCell } from './model.ts';
