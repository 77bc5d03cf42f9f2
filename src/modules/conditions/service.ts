import { checkStandard, diffStandards, loadStandards, type StandardFile } from '#standards';
import { type Catalogue, type CatalogueEntry, compileCatalogue, findEntry } from './catalogue.ts';
import type { CheckAnswer, StandardDiff, StandardHead, StandardReader } from './contract.ts';
import { conditionsErrors } from './errors.ts';
import { namesOf } from './names.ts';
import { type PolicyFolder, readPolicyFolder } from './policy-folder.ts';
import { clausesOf, headOf } from './read-standard.ts';
import { measuresOf, overridesOf } from './read-standard-surroundings.ts';

/** The catalogue of standards: what is required, by whom, since when. */
export interface Conditions {
  readonly catalogue: Catalogue;
  list(area?: string): StandardHead[];
  /** The entry with this id in force in a school year; without a year the newest. @throws DomainError `conditions.standardNotFound`. */
  entry(id: string, schoolYear?: number): CatalogueEntry;
  read(id: string, version?: string): StandardReader;
  diff(from: EditionName, to: EditionName): StandardDiff;
  /** Every mistake of a standard's text, with line and column. */
  check(file: StandardFile): CheckAnswer;
  /** This catalogue with one standard more, given as a file from outside. @throws DomainError `conditions.standardRefused`. */
  withFiles(files: readonly StandardFile[]): Conditions;
}

export interface EditionName {
  readonly id: string;
  readonly version?: string | undefined;
}

/** Loads every standard below the folders; a later folder adds to and replaces the earlier ones. */
export async function openConditions(folders: readonly PolicyFolder[]): Promise<Conditions> {
  const sources = await Promise.all(
    folders.map(async ({ folder, origin }) => ({ files: await readPolicyFolder(folder), origin })),
  );
  return conditionsOver(sources);
}

type Sources = Parameters<typeof compileCatalogue>[0];

function conditionsOver(sources: Sources): Conditions {
  const catalogue = compileCatalogue(sources);
  const edition = ({ id, version }: EditionName): CatalogueEntry => {
    const found =
      version === undefined
        ? findEntry(catalogue, id)
        : catalogue.entries.find(
            ({ compiled: { definition } }) => definition.id === id && definition.version === version,
          );
    if (!found) throw conditionsErrors.standardNotFound({ standard: version === undefined ? id : `${id} ${version}` });
    return found;
  };
  return {
    catalogue,
    list: (area) =>
      catalogue.entries
        .filter(({ compiled }) => area === undefined || isIssuedAbove(compiled.definition.area, area))
        .map((entry) => headOf(entry.compiled.definition, entry)),
    entry: (id, schoolYear) => {
      const found = findEntry(catalogue, id, schoolYear);
      if (found === null) throw conditionsErrors.standardNotFound({ standard: id });
      return found;
    },
    read: (id, version) => {
      const entry = edition({ id, version });
      const { definition } = entry.compiled;
      return {
        ...headOf(definition, entry),
        ...clausesOf(definition, entry.compiled.dictionary),
        editions: editionsOf(catalogue, id),
        overrides: overridesOf(entry.compiled),
        measures: measuresOf(entry.compiled),
      };
    },
    diff: (from, to) => {
      const before = edition(from).compiled;
      const after = edition(to).compiled;
      const names = namesOf([before.definition, after.definition]);
      return {
        from: { id: before.definition.id, version: before.definition.version },
        to: { id: after.definition.id, version: after.definition.version },
        changes: diffStandards(before, after).map(({ subject, ...change }) => ({
          ...change,
          of: subject,
          name: names.get(subject) ?? { zh: subject, en: subject },
        })),
      };
    },
    check: (file) => ({
      mistakes: checkStandard(file, catalogue.library.dictionary, catalogue.library).map((mistake) => ({ ...mistake })),
    }),
    withFiles: (files) => {
      const { mistakes } = loadStandards(files, catalogue.library.dictionary);
      const first = mistakes[0];
      if (first !== undefined) {
        throw conditionsErrors.standardRefused({
          file: first.file,
          line: first.line,
          column: first.column,
          mistake: first.code,
        });
      }
      return conditionsOver([...sources, { files, origin: 'folder' }]);
    },
  };
}

function editionsOf({ entries }: Catalogue, id: string): StandardReader['editions'] {
  return entries
    .filter(({ compiled }) => compiled.definition.id === id)
    .map(({ compiled: { definition }, hash }) => ({
      version: definition.version,
      validFrom: definition.validFrom,
      hash,
    }))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}

/** A nation's standard holds everywhere; a province's in the areas whose code begins like its own. */
function isIssuedAbove(issuer: string, area: string): boolean {
  return area.startsWith(issuer.replace(/(00)+$/, ''));
}
