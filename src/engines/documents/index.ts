export { type Bar, barChart } from './bar-chart.ts';
export type { Drawing, Point, Shape } from './drawing.ts';
export type { Attachment, Block, DocumentTable, OfficialDocument, Signature, TableColumn } from './model.ts';
export type { ReportColumn, ReportSheet, ReportValue, ReportWorkbook } from './workbook-model.ts';
export { writeDocx } from './write-docx.ts';
export { type WrittenPdf, writePdf } from './write-pdf.ts';
export { writeWorkbook } from './write-workbook.ts';
