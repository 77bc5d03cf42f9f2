import { createHash } from 'node:crypto';
import type { Session } from '#core/db';
import { type MapContext, type Mapped, mapFile, type Profile, readProfile, yearOfFile } from '#engines/mapping';
import { openTable, type TableFile } from '#engines/sheets';
import { errors } from './errors.ts';
import type { RuleOutcome, Upload } from './model.ts';
import type { ExchangeParts } from './parts.ts';
import { runChecks } from './run-checks.ts';

export interface ReadFile {
  readonly profile: { readonly profile: Profile; readonly text: string };
  readonly sheets: readonly string[];
  readonly mapped: Mapped;
  readonly rules: readonly RuleOutcome[];
}

/** The text of a shipped profile by its id, or the text itself where one was given. */
export function profileText(parts: ExchangeParts, profile: string): string {
  const shipped = parts.profiles.get(profile);
  if (shipped === undefined && !profile.includes('\n')) {
    throw errors.profileNotFound({ profile });
  }
  return shipped ?? profile;
}

export interface OpenedFile {
  readonly profile: { readonly profile: Profile; readonly text: string };
  readonly table: TableFile;
  readonly context: MapContext;
}

/** Opens a file with its profile and all it will be judged against. */
export async function openUpload(
  session: Session,
  parts: ExchangeParts,
  text: string,
  file: Upload,
  areaCode: string,
  schoolYear: number | null,
): Promise<OpenedFile> {
  const profile = readProfile(file.name, text, parts);
  const table = openTable(file.bytes, file.name, {
    ...(profile.encoding === undefined ? {} : { encoding: profile.encoding }),
    ...(profile.delimiter === undefined ? {} : { delimiter: profile.delimiter }),
  });
  const namesAreas = profile.forms !== null || profile.sheets.some((sheet) => sheet.county !== undefined);
  const areas = namesAreas ? await parts.registry.areas(session) : [];
  const units = await parts.registry.units(session, areaCode);
  const { datasets, dictionary } = parts;
  const year = schoolYear ?? yearOfFile(table, profile);
  const context = { datasets, dictionary, areaCode, schoolYear: year, areas, units };
  return { profile: { profile, text }, table, context };
}

/** Parses, maps and checks a file against what the registry holds. */
export async function readUpload(...given: Parameters<typeof openUpload>): Promise<ReadFile> {
  const [session, parts] = given;
  const opened = await openUpload(...given);
  return judgedOf(session, parts, opened, mapFile(opened.table, opened.profile.profile, opened.context));
}

/** Judges what was mapped by the rules between forms. */
export async function judgedOf(
  session: Session,
  parts: ExchangeParts,
  { profile, table, context }: OpenedFile,
  mapped: Mapped,
): Promise<ReadFile> {
  const checked = await runChecks(session, parts, table.name, context.schoolYear, mapped);
  return { profile, sheets: table.sheets.map((sheet) => sheet.name), ...checked };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
