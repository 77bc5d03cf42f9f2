import type { AttestationItem, IndicatorRef, Overview, SchoolRow } from './contract.ts';

/** What a report is made from: the very answers that the screens show, so that no figure is computed twice. */
export interface ReportSource {
  readonly overview: Overview;
  /** Every school of the area in every stage. */
  readonly schools: readonly SchoolRow[];
  readonly attested: readonly AttestationItem[];
  /** The plain date on which the report is written. */
  readonly writtenOn: string;
}

export function indicatorOf({ overview }: ReportSource, id: string): IndicatorRef {
  const found = overview.indicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`the overview does not describe indicator ${id}`);
  return found;
}

/** The stages in which schools are judged, each with the indicators that its rows carry. */
export function judgedStages({ schools, overview }: ReportSource): readonly {
  readonly stage: SchoolRow['stage'];
  readonly indicators: readonly IndicatorRef[];
  readonly rows: readonly SchoolRow[];
}[] {
  const stages = [...new Set(schools.map(({ stage }) => stage))];
  return stages.map((stage) => {
    const rows = schools.filter((row) => row.stage === stage);
    const used = new Set(rows.flatMap(({ values }) => Object.keys(values)));
    return { stage, rows, indicators: overview.indicators.filter(({ id }) => used.has(id)) };
  });
}
