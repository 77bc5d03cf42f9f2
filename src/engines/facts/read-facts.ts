import type { Session } from '#core/db';
import type { FactKey, FactStage, SourcedFact } from './model.ts';

interface Row {
  readonly county_code: string;
  readonly school_year: number;
  readonly unit_id: string;
  readonly stage: FactStage;
  readonly measure: string;
  readonly value: number;
  readonly batch_id: string;
  readonly sheet_row: number;
  readonly sheet_column: number;
  readonly file_name: string | null;
  readonly sheet_name: string | null;
  readonly imported_at: Date | null;
  readonly by_person: string | null;
}

// The one look into the import ledger: batch, file and sheet by name.
const selection = `SELECT f.county_code, f.school_year, f.unit_id, f.stage, f.measure, f.value, f.batch_id, f.sheet_row, f.sheet_column,
    b.file_name, b.sheets[f.sheet + 1] AS sheet_name, coalesce(b.committed_at, b.created_at) AS imported_at, b.by_person
  FROM fact f LEFT JOIN import_batch b ON b.id = f.batch_id`;

/** Reads one fact with the cell it came from; `undefined` where nothing was reported. */
export async function readFact(session: Session, key: FactKey): Promise<SourcedFact | undefined> {
  const [row] = await session.query<Row>(
    `${selection} WHERE f.county_code = $1 AND f.school_year = $2 AND f.unit_id = $3 AND f.stage = $4 AND f.measure = $5`,
    [key.countyCode, key.schoolYear, key.unitId, key.stage, key.measure],
  );
  return row === undefined ? undefined : factOf(row);
}

/** Reads all facts of one unit (`''` = the county itself), newest year first; of one year where it is given. */
export async function readUnitFacts(
  session: Session,
  countyCode: string,
  unitId: string,
  schoolYear?: number,
): Promise<readonly SourcedFact[]> {
  const rows = await session.query<Row>(
    `${selection} WHERE f.county_code = $1 AND f.unit_id = $2 AND ($3::int IS NULL OR f.school_year = $3::int)
     ORDER BY f.school_year DESC, f.measure, f.stage`,
    [countyCode, unitId, schoolYear ?? null],
  );
  return rows.map(factOf);
}

function factOf(row: Row): SourcedFact {
  return {
    countyCode: row.county_code,
    schoolYear: row.school_year,
    unitId: row.unit_id,
    stage: row.stage,
    measure: row.measure,
    value: row.value,
    source:
      row.file_name === null || row.imported_at === null
        ? null
        : {
            batchId: row.batch_id,
            fileName: row.file_name,
            sheetName: row.sheet_name ?? '',
            sheetRow: row.sheet_row,
            sheetColumn: row.sheet_column,
            importedAt: row.imported_at,
            importedBy: row.by_person ?? '',
          },
  };
}
