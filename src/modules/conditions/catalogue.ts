import { createHash } from 'node:crypto';
import {
  type CompiledStandard,
  findStandard,
  type LoadedStandard,
  loadStandards,
  type Mistake,
  type StandardFile,
  type StandardLibrary,
} from '#standards';

/** One standard with everything that decides its results. */
export interface CatalogueEntry {
  readonly compiled: CompiledStandard;
  readonly loaded: LoadedStandard;
  /** The files from which it can be compiled again: its own, its overrides and the measure dictionary. */
  readonly files: readonly StandardFile[];
  /** SHA-256 of `files`. */
  readonly hash: string;
  readonly origin: 'shipped' | 'folder';
}

export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly library: StandardLibrary;
  readonly mistakes: readonly Mistake[];
}

/**
 * Compiles the standards of several folders. A later folder's file takes the place of an earlier one with the same path;
 * the measure dictionary is the last one found.
 */
export function compileCatalogue(
  sources: readonly { readonly files: readonly StandardFile[]; readonly origin: 'shipped' | 'folder' }[],
): Catalogue {
  const origins = new Map<string, 'shipped' | 'folder'>();
  const files = new Map<string, StandardFile>();
  for (const source of sources) {
    for (const file of source.files) {
      files.set(file.path, file);
      origins.set(file.path, source.origin);
    }
  }
  const library = loadStandards([...files.values()]);
  const entries = library.standards.map((loaded) => {
    const own = filesOf(loaded, [...files.values()]);
    return {
      compiled: loaded.compiled,
      loaded,
      files: own,
      hash: hashFiles(own),
      origin: origins.get(loaded.path) ?? 'folder',
    };
  });
  return { entries: entries.toSorted(byCoefficients), library, mistakes: library.mistakes };
}

/** The entry with this id in force at the start of a school year; without a year the newest. */
export function findEntry(catalogue: Catalogue, id: string, schoolYear?: number): CatalogueEntry | null {
  const editions = catalogue.entries.filter(({ compiled }) => compiled.definition.id === id);
  const inForce = schoolYear === undefined ? null : findStandard(catalogue.library, id, schoolYear);
  if (inForce !== null) return editions.find(({ loaded }) => loaded === inForce) ?? null;
  return (
    editions.sort((a, b) => (a.compiled.definition.validFrom < b.compiled.definition.validFrom ? 1 : -1))[0] ?? null
  );
}

/** SHA-256 over paths and texts, in order of path. */
export function hashFiles(files: readonly StandardFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${text}\0`);
  }
  return hash.digest('hex');
}

function filesOf(loaded: LoadedStandard, all: readonly StandardFile[]): StandardFile[] {
  const overriding = new RegExp(`^overrides:\\s*['"]?${escapeRegExp(loaded.compiled.definition.id)}['"]?\\s*$`, 'm');
  return all.filter(
    ({ path, text }) =>
      path === loaded.path || path.endsWith('measures.yaml') || (path.endsWith('.yaml') && overriding.test(text)),
  );
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The standard that limits most coefficients stands first: it is the one a page opens with. */
function byCoefficients(a: CatalogueEntry, b: CatalogueEntry): number {
  const weight = ({ compiled: { definition } }: CatalogueEntry) =>
    definition.coefficients.reduce((sum, rule) => sum + (rule.kind === 'each' ? rule.of.length : 1), 0);
  return weight(b) - weight(a);
}
