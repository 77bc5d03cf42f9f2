import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import type { Database } from '#core/db';
import type { Exchange } from '#engines/exchange';
import type { Dictionary } from '#standards';
import { generateDemo } from './generate-demo.ts';
import type { DemoOptions } from './model.ts';
import { fillReturn, type ReturnCells } from './official-return.ts';
import { writeToDatabase } from './write-database.ts';

export interface WorkbookTarget {
  readonly folder: string;
  /** A database to be thrown away, with the exchange engine over it: the workbook is made by the one that counties download. */
  readonly database: Database;
  readonly exchange: Pick<Exchange, 'workbookTemplate'>;
  readonly dictionary: Dictionary;
  readonly at: Date;
}

/** Writes every county and year as our county workbook. @returns the files' paths */
export async function writeWorkbooks(options: DemoOptions, target: WorkbookTarget): Promise<readonly string[]> {
  await writeToDatabase(options, target);
  await mkdir(target.folder, { recursive: true });
  const files: string[] = [];
  for (const part of generateDemo({ ...options, detail: 'resources' })) {
    if (!('units' in part)) continue;
    for (const schoolYear of options.years) {
      const { name, bytes } = await target.exchange.workbookTemplate({ countyCode: part.area.code, schoolYear });
      const file = join(target.folder, name);
      await writeFile(file, bytes);
      files.push(file);
    }
  }
  return files;
}

export interface ReturnsTarget {
  readonly folder: string;
  readonly dictionary: Dictionary;
}

/** Writes every school as a workbook of official returns, a folder a county and year. @returns the files' paths */
export async function writeReturns(options: DemoOptions, target: ReturnsTarget): Promise<readonly string[]> {
  const files: string[] = [];
  for (const county of generateDemo({ ...options, detail: 'rows' })) {
    if (!('units' in county)) continue;
    for (const { schoolYear, facts, classes } of county.years) {
      const folder = join(target.folder, `${county.area.name.zh}-${schoolYear}`);
      await mkdir(folder, { recursive: true });
      for (const unit of county.units) {
        if (unit.stages.length === 0 || unit.category === 'kindergarten') continue;
        const own = <T extends { readonly unitId: string }>(rows: readonly T[]) =>
          rows.filter((row) => row.unitId === unit.id);
        const cells = fillReturn(target.dictionary, { unit, schoolYear, facts: own(facts), classes: own(classes) });
        const file = join(folder, `${unit.id}-${unit.name.zh}.xlsx`);
        await writeFile(file, await printReturn(cells));
        files.push(file);
      }
    }
  }
  return files;
}

async function printReturn(sheets: ReturnCells): Promise<Uint8Array> {
  const workbook = new ExcelJs.Workbook();
  for (const [name, cells] of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const [address, value] of cells) sheet.getCell(address).value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
