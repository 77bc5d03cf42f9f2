/** A workbook in the shape of official tables: figures unrounded, rounded only by their format. */
export interface ReportWorkbook {
  readonly title: string;
  readonly sheets: readonly ReportSheet[];
}

export interface ReportSheet {
  readonly name: string;
  readonly title: string;
  /** A line below the title: the unit that reports, the school year, the unit of measure. */
  readonly subtitle?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportValue[])[];
  readonly notes?: readonly string[];
}

export interface ReportColumn {
  readonly header: string;
  /** Neighbouring columns with the same group share a cell above their headers. */
  readonly group?: string;
  readonly widthCharacters: number;
  /** An Excel number format, such as `0.000`. */
  readonly format?: string;
}

/** `null` = nothing reported: the cell stays empty. */
export type ReportValue = string | number | null;
