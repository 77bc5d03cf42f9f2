export type {
  Dataset,
  Field,
  FieldType,
  FieldValue,
  FieldValues,
  MappedFact,
  MappedRecord,
  RecordFault,
} from './dataset.ts';
export type { Finding, Place, Severity } from './finding.ts';
export { FindingList } from './finding-list.ts';
export { guessProfile, type ProfileGuess } from './guess-profile.ts';
export type { KnownArea, KnownUnit } from './known-area.ts';
export { mapFile, mapSteps } from './map-file.ts';
export type { MapContext, Mapped, MappedSheet } from './mapped.ts';
export { type ProfileContext, parseProfile, readProfile } from './parse-profile.ts';
export type { Profile } from './profile.ts';
