import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readHolidays } from '#core/calendar';
import { Cases, type CasesParts } from '#engines/cases';
import { policiesFolder } from './places.ts';

/** Cases over the known holiday notices. Modules register their kinds; then it is started. */
export async function openCases(parts: Omit<CasesParts, 'calendar'>): Promise<Cases> {
  const { calendar } = readHolidays(await readFile(path.join(policiesFolder, 'calendar/cn-holidays.yaml'), 'utf8'));
  return new Cases({ ...parts, calendar });
}
