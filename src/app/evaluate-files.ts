import path from 'node:path';
import type { EvaluationReport } from '#contracts/balance';
import { nationCode } from '#core/codes';
import type { ImportPreview } from '#engines/exchange';
import { buildReport, writeSnapshotFile } from '#modules/balance';
import type { Conditions } from '#modules/conditions';
import type { EvaluationInput } from '#standards';
import { type Application, balanceOver, withApplication } from './application.ts';
import { appErrors } from './errors.ts';
import { importFiles, isPath, readGiven } from './import-files.ts';

export interface EvaluateOptions {
  /** Id in the catalogue, or the path of a standard file. */
  readonly standard: string;
  readonly schoolYear?: number | undefined;
  /** Absent = the smallest area that holds every school. */
  readonly area?: string | undefined;
  readonly standardFolders: readonly string[];
  readonly progress: (text: string) => void;
}

export interface EvaluatedFiles {
  readonly report: EvaluationReport;
  /** The evaluation as a file: everything that is needed to compute the same again. */
  readonly snapshot: Uint8Array;
  /** What the import of each file had to say. */
  readonly imports: readonly ImportPreview[];
}

/** Evaluates files alone: imports them into a database in memory, which is thrown away afterwards. */
export function evaluateFiles(
  options: EvaluateOptions & {
    readonly files: readonly string[];
    readonly profile: string | undefined;
    readonly partial: boolean;
  },
): Promise<EvaluatedFiles> {
  const { progress, standardFolders } = options;
  progress('opening');
  return withApplication({ place: { kind: 'memory' }, standardFolders }, async (application) => {
    const at = application.now();
    const { schoolYear } = options;
    const imports = await importFiles(application.exchange, {
      ...options,
      schoolYear,
      area: nationCode,
      by: application.config.operator,
      at,
    });
    return { ...(await evaluateIn(application, options)), imports };
  });
}

/** Evaluates what this installation holds. */
export function evaluateStored(options: EvaluateOptions): Promise<EvaluatedFiles> {
  const { standardFolders } = options;
  return withApplication({ standardFolders }, async (application) => ({
    ...(await evaluateIn(application, options)),
    imports: [],
  }));
}

async function evaluateIn(
  application: Application,
  options: EvaluateOptions,
): Promise<Omit<EvaluatedFiles, 'imports'>> {
  const { conditions, standard } = await withStandard(application.conditions, options.standard);
  options.progress('evaluating');
  const balance = balanceOver({ ...application, conditions });
  const evaluation = await balance.evaluate(options.area ?? nationCode, { year: options.schoolYear, standard });
  const { input } = evaluation.evaluated;
  if (input.units.size === 0) throw appErrors.noSchools();
  const row = options.area === undefined ? smallestArea(input) : evaluation.area;
  const report = buildReport(evaluation.evaluated, {
    area: input.areas.code[row] as string,
    areaName: input.areas.name[row] as string,
    snapshot: evaluation.evaluated.inputsHash,
  });
  const { entry, evaluated } = evaluation;
  return { report, snapshot: writeSnapshotFile(evaluated, entry.files, report) };
}

/** A standard of the catalogue by id; one given as a path joins the catalogue. */
export async function withStandard(
  conditions: Conditions,
  standard: string,
): Promise<{ conditions: Conditions; standard: string }> {
  if (!isPath(standard)) return { conditions, standard };
  const name = `given/${path.basename(standard)}`;
  const text = (await readGiven(standard)).toString('utf8').replaceAll('\r\n', '\n');
  const joined = conditions.withFiles([{ path: name, text }]);
  const entry = joined.catalogue.entries.find(({ loaded }) => loaded.path === name);
  if (entry === undefined) throw appErrors.fileNotFound({ file: path.basename(standard) });
  return { conditions: joined, standard: entry.compiled.definition.id };
}

/** The row of the deepest area that holds every unit. */
function smallestArea({ areas }: EvaluationInput): number {
  let row = 0;
  for (;;) {
    const children = [...areas.parent.keys()].filter((child) => areas.parent[child] === row);
    const [only] = children;
    if (children.length !== 1 || only === undefined) return row;
    row = only;
  }
}
