import { type AppliedOverrides, applyOverrides } from './apply-overrides.ts';
import { checkRead } from './check-read.ts';
import type { CompiledStandard } from './compiled.ts';
import type { Dictionary } from './dictionary.ts';
import type { LoadedStandard, StandardFile, StandardLibrary } from './library.ts';
import type { Mistake } from './mistake.ts';
import { isChecks, readChecks } from './read-checks.ts';
import { isDictionary, loadDictionary } from './read-dictionary.ts';
import { type ReadStandard, readStandard } from './read-standard.ts';
import { holdsIn, overlaps } from './validity.ts';

const emptyDictionary: Dictionary = { id: '', version: '', measures: new Map() };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const isYaml = (path: string): boolean => /\.ya?ml$/iu.test(path);
const isExample = (path: string): boolean => /(^|[-.])example\.ya?ml$/iu.test(nameOf(path));

/**
 * Reads standards, overrides and, where it is among the files, the measure dictionary.
 *
 * @remarks A standard with mistakes is left out and its mistakes are listed; the others work. Two standards of one id and area
 * may not be in force on the same day. Never throws.
 * @param files every `measures.yaml`, `standard.yaml`, `worked-example.yaml` and `source.md` under `policies/`, or a single
 *   standard file of any name. Other files are ignored.
 * @param dictionary used where the files hold no dictionary.
 * @example loadStandards([{ path: 'mine.yaml', text }], dictionary).standards[0]?.compiled
 */
export const loadStandards = (files: readonly StandardFile[], dictionary?: Dictionary): StandardLibrary => {
  const mistakes: Mistake[] = [];
  const yamls = files.filter(({ path }) => isYaml(path) && !isExample(path));
  const isStandard = (file: StandardFile): boolean =>
    yamls.length === 1 || nameOf(file.path) === 'standard.yaml' || /^(standard|overrides):/mu.test(file.text);
  const dictionaryFile = yamls.findLast(isDictionary);
  const loaded = dictionaryFile ? loadDictionary(dictionaryFile) : null;
  if (loaded) mistakes.push(...loaded.mistakes);
  const measures = loaded?.dictionary ?? dictionary ?? emptyDictionary;

  const reads = yamls
    .filter((file) => !isDictionary(file) && isStandard(file))
    .map((file) => ({ file, read: readStandard(file) }));
  const compiled = new Map<string, CompiledStandard>();
  for (const { file, read } of reads) {
    const standard = checkRead(read, measures);
    if (standard) compiled.set(file.path, standard);
  }
  reportOverlaps(reads, compiled);
  const overridden = applyOverrides(
    [...compiled.values()],
    reads.map(({ read }) => read),
  );
  for (const { read } of reads) mistakes.push(...inOrder(read.source.mistakes));
  const standards = [...compiled].map(([path, standard]) => loadedStandard(path, standard, overridden, files));
  return { dictionary: measures, standards, mistakes };
};

/** The standard with this id that is in force on 1 September of the school year; null where none is. */
export const findStandard = (library: StandardLibrary, id: string, schoolYear: number): LoadedStandard | null =>
  library.standards.find(({ compiled }) => compiled.definition.id === id && holdsIn(compiled.definition, schoolYear)) ??
  null;

/**
 * Every mistake of one standard, override or measure dictionary, in the order of its lines. An empty list means the file can be used. Never throws.
 *
 * @param library the standards that an override refers to.
 */
export const checkStandard = (
  file: StandardFile,
  dictionary: Dictionary,
  library?: StandardLibrary,
): readonly Mistake[] => {
  if (isDictionary(file)) return inOrder(loadDictionary(file).mistakes);
  if (isChecks(file)) return inOrder(readChecks(file, dictionary).mistakes);
  const read = readStandard(file);
  const standard = checkRead(read, dictionary);
  const known = (library?.standards ?? []).map(({ compiled }) => compiled);
  applyOverrides(standard ? [...known, standard] : known, [read]);
  return inOrder(read.source.mistakes);
};

const inOrder = (mistakes: readonly Mistake[]): readonly Mistake[] =>
  [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);

const loadedStandard = (
  path: string,
  standard: CompiledStandard,
  overrides: AppliedOverrides,
  files: readonly StandardFile[],
): LoadedStandard => {
  const beside = (matches: (path: string) => boolean): string | null =>
    files.find((file) => folderOf(file.path) === folderOf(path) && matches(file.path))?.text ?? null;
  return {
    path,
    compiled: { ...standard, overrides: overrides.get(standard) ?? [] },
    sourceNote: nameOf(path) === 'standard.yaml' ? beside((other) => nameOf(other) === 'source.md') : null,
    workedExample: nameOf(path) === 'standard.yaml' ? beside(isExample) : null,
  };
};

const reportOverlaps = (
  reads: readonly { readonly file: StandardFile; readonly read: ReadStandard }[],
  compiled: Map<string, CompiledStandard>,
): void => {
  const seen: CompiledStandard[] = [];
  for (const { file, read } of reads) {
    const standard = compiled.get(file.path);
    if (!standard || read.kind !== 'standard') continue;
    const { definition } = standard;
    const other = seen.find((known) => known.definition.id === definition.id && overlaps(known.definition, definition));
    if (other) {
      const label = (one: CompiledStandard): string => `${one.definition.id} ${one.definition.version}`;
      read.source.report(0, 'overlapping-validity', { name: label(other), other: label(standard) });
      compiled.delete(file.path);
    } else seen.push(standard);
  }
};
