import type { DemoDetail, DemoOptions, DemoSize } from './model.ts';
import { type DatabaseTarget, type WrittenDemo, writeToDatabase } from './write-database.ts';

/** What the product shows at its first start. */
export const demoDefaults = { seed: 2, years: [2024, 2025, 2026] } as const;

/** Class and staff rows of a nation would be tens of millions; a county without them would hide a third of the product. */
const usualDetail: Readonly<Record<DemoSize, DemoDetail>> = {
  county: 'rows',
  city: 'rows',
  province: 'facts',
  nation: 'facts',
};

export interface WriteDemoOptions {
  readonly size: DemoSize;
  readonly seed?: number;
  readonly years?: readonly number[];
  readonly detail?: DemoDetail;
  readonly target: DatabaseTarget;
}

/**
 * Writes an invented county, city, province or nation.
 *
 * @remarks Everything is marked 虚构. Counties that are already there are left alone.
 * @throws DatabaseError when the tables of organization, facts and exchange are not there.
 * @example await writeDemo({ size: 'county', target: { database, at: new Date() } })
 */
export function writeDemo({ size, seed, years, detail, target }: WriteDemoOptions): Promise<WrittenDemo> {
  const options: DemoOptions = {
    size,
    seed: seed ?? demoDefaults.seed,
    years: (years ?? demoDefaults.years).toSorted((a, b) => a - b),
    detail: detail ?? usualDetail[size],
  };
  return writeToDatabase(options, target);
}
