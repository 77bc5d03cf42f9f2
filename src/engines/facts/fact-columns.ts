/** The columns of the fact table that a bulk write fills, in the order of the table. */
export const factColumns = [
  'county_code',
  'school_year',
  'unit_id',
  'stage',
  'measure',
  'value',
  'batch_id',
  'sheet',
  'sheet_row',
  'sheet_column',
] as const;
