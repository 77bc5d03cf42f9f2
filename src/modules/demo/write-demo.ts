import type { DemoDetail, DemoOptions, DemoSize } from './model.ts';
import { type DatabaseTarget, type WrittenDemo, writeToDatabase } from './write-database.ts';
import { type ReturnsTarget, type WorkbookTarget, writeReturns, writeWorkbooks } from './write-files.ts';

/** What the product shows at its first start. */
export const demoDefaults = { seed: 2, years: [2024, 2025, 2026] } as const;

/** Class and staff rows of a nation would be tens of millions; a county without them would hide a third of the product. */
const usualDetail: Readonly<Record<DemoSize, DemoDetail>> = {
  county: 'rows',
  city: 'rows',
  province: 'facts',
  nation: 'facts',
};

export interface DemoChoice {
  readonly size: DemoSize;
  readonly seed?: number;
  readonly years?: readonly number[];
  readonly detail?: DemoDetail;
}

export type WriteDemoOptions = DemoChoice & { readonly target: DatabaseTarget };

/**
 * Writes an invented county, city, province or nation straight into the database.
 *
 * @remarks Everything is marked 虚构. Counties that are already there are left alone.
 * @throws DatabaseError when the tables of organization, facts, exchange, balance and seats are not there.
 * @example await writeDemo({ size: 'county', target: { database, at: new Date() } })
 */
export function writeDemo({ target, ...choice }: WriteDemoOptions): Promise<WrittenDemo> {
  return writeToDatabase(optionsOf(choice), target);
}

/** Writes it as our county workbook, one a county and year. @returns the files' paths */
export function writeDemoWorkbooks({ target, ...choice }: DemoChoice & { readonly target: WorkbookTarget }) {
  return writeWorkbooks(optionsOf(choice), target);
}

/** Writes it as official statistical returns, one workbook a school and year. @returns the files' paths */
export function writeDemoReturns({ target, ...choice }: DemoChoice & { readonly target: ReturnsTarget }) {
  return writeReturns(optionsOf(choice), target);
}

/** Three years of a nation would be sixty million figures; whoever wants them names the years. */
function usualYears(size: DemoSize): readonly number[] {
  return size === 'county' || size === 'city' ? demoDefaults.years : demoDefaults.years.slice(-1);
}

function optionsOf({ size, seed, years, detail }: DemoChoice): DemoOptions {
  return {
    size,
    seed: seed ?? demoDefaults.seed,
    years: (years ?? usualYears(size)).toSorted((a, b) => a - b),
    detail: detail ?? usualDetail[size],
  };
}
