import { createHash } from 'node:crypto';
import type { Session } from '#core/db';
import { type Mapped, mapFile, type Profile, readProfile } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { errors } from './errors.ts';
import type { Upload } from './model.ts';
import type { ExchangeParts } from './parts.ts';

export interface ReadFile {
  readonly profile: { readonly profile: Profile; readonly text: string };
  readonly sheets: readonly string[];
  readonly mapped: Mapped;
}

/** The text of a shipped profile by its id, or the text itself where one was given. */
export function profileText(parts: ExchangeParts, profile: string): string {
  const shipped = parts.profiles.get(profile);
  if (shipped === undefined && !profile.includes('\n')) {
    throw errors.profileNotFound({ profile });
  }
  return shipped ?? profile;
}

/** Parses, maps and checks a file against what the registry holds. */
export async function readUpload(
  session: Session,
  parts: ExchangeParts,
  text: string,
  file: Upload,
  areaCode: string,
  schoolYear: number | null,
): Promise<ReadFile> {
  const profile = readProfile(file.name, text, parts);
  const table = openTable(file.bytes, file.name, {
    ...(profile.encoding === undefined ? {} : { encoding: profile.encoding }),
    ...(profile.delimiter === undefined ? {} : { delimiter: profile.delimiter }),
  });
  const namesAreas = profile.forms !== null || profile.sheets.some((sheet) => sheet.county !== undefined);
  const areas = namesAreas ? await parts.registry.areas(session) : [];
  const units = await parts.registry.units(session, areaCode);
  const { datasets, dictionary } = parts;
  const mapped = mapFile(table, profile, { datasets, dictionary, areaCode, schoolYear, areas, units });
  return { profile: { profile, text }, sheets: table.sheets.map((sheet) => sheet.name), mapped };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
