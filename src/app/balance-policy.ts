import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readQualityChecks, readUnitCosts, type ServiceDoors } from '#modules/balance';
import { policiesFolder } from './places.ts';

/** Our own data beside the standards: the rules of data quality and the unit prices. */
export type BalancePolicy = Pick<ServiceDoors, 'checks' | 'costs'>;

export async function readBalancePolicy(): Promise<BalancePolicy> {
  const read = (name: string) => readFile(path.join(policiesFolder, name), 'utf8');
  const [checks, costs] = await Promise.all([read('quality-checks.yaml'), read('costs.yaml')]);
  return { checks: readQualityChecks(checks), costs: readUnitCosts(costs) };
}
