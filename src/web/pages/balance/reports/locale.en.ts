import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = {
  title: 'Reports and downloads',
  answer: 'One self-assessment report and twelve tables, with the same numbers as the screen.',
  report: 'Self-assessment report',
  reportHint: 'In the style of an official document: verdict, coefficients, gaps and charts.',
  formats: { docx: 'Word document', pdf: 'PDF', xlsx: 'Excel tables' },
  tables: 'Tables',
  tablesHint: 'From the same computation as the screen; Excel, CSV and JSON hold the same.',
  table: 'Table',
  tableNames: {
    coefficients: 'Coefficients',
    schools: 'Schools and indicators',
    gaps: 'Gaps',
    indicators: 'Indicators of the county',
    comparison: 'Comparison of areas',
    findings: 'Data quality findings',
  },
  registry: 'Registry and facts',
  registryNames: {
    areas: 'Areas',
    units: 'Schools and campuses',
    facts: 'All facts',
    classes: 'Classes',
    staff: 'Staff',
    submissions: 'Who has reported',
  },
  download: (name, format) => `Download ${name} as ${format}`,
};
