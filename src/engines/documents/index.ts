export { type Bar, barChart } from './bar-chart.ts';
export type { Drawing, Point, Shape } from './drawing.ts';
export type { Attachment, Block, DocumentTable, OfficialDocument, Signature, TableColumn } from './model.ts';
export type { OfficialFile, OfficialFileRequest, OfficialFormat } from './official-file.ts';
export type { ReportColumn, ReportSheet, ReportValue, ReportWorkbook } from './workbook-model.ts';

// The writers load their libraries when a document is first written, so that the program starts half a second sooner.
export const writeOfficialFile: typeof import('./official-file.ts').writeOfficialFile = async (...given) =>
  (await import('./official-file.ts')).writeOfficialFile(...given);
export const writeDocx: typeof import('./write-docx.ts').writeDocx = async (...given) =>
  (await import('./write-docx.ts')).writeDocx(...given);
export const writeWorkbook: typeof import('./write-workbook.ts').writeWorkbook = async (...given) =>
  (await import('./write-workbook.ts')).writeWorkbook(...given);
export {
  type EvidenceManifest,
  type OpenedPack,
  openEvidence,
  type PackedFile,
  type PackFault,
  packEvidence,
} from './evidence-pack.ts';
