import type { RemedyPlan } from '#contracts/balance';
import { nationCode } from '#core/codes';
import { readUnitCosts } from '#modules/balance';
import { type Application, balanceOver, withApplication } from './application.ts';
import { withStandard } from './evaluate-files.ts';
import { importFiles, readGiven } from './import-files.ts';

export interface RemedyOptions {
  /** Id in the catalogue, or the path of a standard file. */
  readonly standard: string;
  readonly schoolYear?: number | undefined;
  /** Absent = every area. */
  readonly area?: string | undefined;
  /** Path of a table of unit costs in place of the shipped one. */
  readonly costs?: string | undefined;
  readonly mayMove: boolean;
  readonly timeLimitS: number;
  readonly standardFolders: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly progress: (text: string) => void;
}

/** The cheapest way to pass for files alone, imported into a database in memory that is thrown away afterwards. */
export function remedyFiles(
  options: RemedyOptions & {
    readonly files: readonly string[];
    readonly profile: string | undefined;
    readonly partial: boolean;
  },
): Promise<RemedyPlan> {
  const { standardFolders, schoolYear } = options;
  return withApplication({ place: { kind: 'memory' }, standardFolders }, async (application) => {
    const by = application.config.operator;
    await importFiles(application.exchange, { ...options, schoolYear, area: nationCode, by, at: application.now() });
    return remedyIn(application, options);
  });
}

/** The cheapest way to pass for what this installation holds. */
export function remedyStored(options: RemedyOptions): Promise<RemedyPlan> {
  const { standardFolders } = options;
  return withApplication({ standardFolders }, (application) => remedyIn(application, options));
}

async function remedyIn(application: Application, options: RemedyOptions): Promise<RemedyPlan> {
  const { conditions, standard } = await withStandard(application.conditions, options.standard);
  const policy = { ...application.policy };
  if (options.costs !== undefined) policy.costs = readUnitCosts((await readGiven(options.costs)).toString('utf8'));
  const balance = balanceOver({ ...application, conditions, policy });
  const { mayMove, timeLimitS, signal, schoolYear } = options;
  return balance.remedy(options.area ?? nationCode, {
    year: schoolYear,
    standard,
    costs: [],
    mayMove,
    timeLimitS,
    signal,
    onProgress: ({ cost, bound, area, areas }) => {
      const share = cost > 0 && Number.isFinite(cost) ? ` gap ${(((cost - bound) / cost) * 100).toFixed(2)} %` : '';
      options.progress(`${areas > 1 ? `${area + 1}/${areas} ` : ''}planning${share}`);
    },
  });
}
