import { quoteName, type Session } from '#core/db';
import type { Dataset } from '#engines/mapping';

type Stored = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };

export interface CountyData {
  readonly records: ReadonlyMap<string, readonly Stored[]>;
  /** By unit (`''` = the county), stage and measure, parted by line feeds. */
  readonly facts: ReadonlyMap<string, number>;
}

/** Everything a county already has for a school year. */
export async function readCountyData(
  session: Session,
  datasets: readonly Dataset[],
  countyCode: string,
  schoolYear: number,
): Promise<CountyData> {
  const records = new Map<string, readonly Stored[]>();
  for (const dataset of datasets) {
    const year = dataset.yearly ? 'AND school_year = $2::int' : 'AND $2::int IS NOT NULL';
    const order = dataset.key.map((name) => quoteName(dataset.fields[name]?.column ?? name)).join(', ');
    records.set(
      dataset.id,
      await session.query<Stored>(
        `SELECT * FROM ${quoteName(dataset.table)} WHERE county_code = $1 ${year} ORDER BY ${order}`,
        [countyCode, schoolYear],
      ),
    );
  }
  const facts = await session.query<{ unit_id: string; stage: string; measure: string; value: number }>(
    'SELECT unit_id, stage, measure, value FROM fact WHERE county_code = $1 AND school_year = $2',
    [countyCode, schoolYear],
  );
  return {
    records,
    facts: new Map(facts.map((fact) => [`${fact.unit_id}\n${fact.stage}\n${fact.measure}`, fact.value])),
  };
}
