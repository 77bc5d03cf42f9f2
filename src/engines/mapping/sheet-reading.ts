import type { TableFile } from '#engines/sheets';
import type { FindingList } from './finding-list.ts';
import type { FactGatherer } from './gather-facts.ts';
import type { RecordSink } from './gather-records.ts';
import type { MapContext } from './mapped.ts';
import type { Profile } from './profile.ts';
import type { AreaBook } from './resolve-area.ts';
import { RowPlace } from './row-place.ts';

/** What several sheets of one file fill together. */
export interface Gathered {
  readonly records: RecordSink;
  readonly facts: FactGatherer;
  readonly areas: AreaBook;
  readonly findings: FindingList;
}

/** One sheet being read: where it stands, what it is judged against, what it fills. */
export interface SheetReading {
  readonly table: TableFile;
  readonly sheet: number;
  readonly sheetName: string;
  readonly profile: Profile;
  readonly context: MapContext;
  readonly gathered: Gathered;
  readonly blanks: ReadonlySet<string>;
  readonly place: RowPlace;
}

export function startSheet(
  table: TableFile,
  sheet: number,
  profile: Profile,
  context: MapContext,
  gathered: Gathered,
): SheetReading {
  const sheetName = table.sheets[sheet]?.name ?? '';
  const place = new RowPlace(sheetName, gathered.findings);
  return { table, sheet, sheetName, profile, context, gathered, blanks: new Set(profile.blanks), place };
}
