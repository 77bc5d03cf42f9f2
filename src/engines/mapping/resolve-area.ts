import type { Cell } from '#engines/sheets';
import { isBlank, textOf } from './cell-text.ts';
import type { MappedRecord } from './dataset.ts';
import type { KnownArea } from './known-area.ts';
import { matchKey, plainText } from './normalize-text.ts';
import { compileSource, type Pick, type PickContext } from './pick-source.ts';
import type { AreaSource } from './profile.ts';
import { fault } from './read-field.ts';
import type { RowPlace } from './row-place.ts';

/** Areas of one import: those the registry knows and those the file brings. */
export class AreaBook {
  readonly created = new Map<string, MappedRecord>();
  /** Counties that rows named although they lie outside the area of the file. */
  readonly elsewhere = new Set<string>();
  private readonly byCode = new Map<string, KnownArea>();
  private readonly byName = new Map<string, KnownArea[]>();

  /** Where a made area hangs when its file names none above it: the area in whose name the file is sent. */
  readonly root: KnownArea | undefined;

  constructor(known: readonly KnownArea[], areaCode: string | null) {
    this.root = known.find(({ code }) => code === areaCode);
    for (const area of known) {
      this.byCode.set(area.code, area);
      for (const former of area.formerCodes ?? []) {
        this.byCode.set(former, area);
      }
      const key = `${area.level} ${matchKey(area.name)}`;
      this.byName.set(key, [...(this.byName.get(key) ?? []), area]);
    }
  }

  find(text: string, level: string): KnownArea | undefined {
    const byCode = this.byCode.get(text.replace(/^(\d{6})0{6}$/, '$1')) ?? this.byCode.get(text);
    if (byCode?.level === level) {
      return byCode;
    }
    const named = this.byName.get(`${level} ${matchKey(text)}`);
    return named?.length === 1 ? named[0] : undefined;
  }

  /** Whether `code` lies in `ancestor` or is it. Areas that nobody knows are taken to. */
  isInside(code: string, ancestor: string): boolean {
    for (
      let at = this.byCode.get(code);
      at !== undefined;
      at = at.parentCode === null ? undefined : this.byCode.get(at.parentCode)
    ) {
      if (at.code === ancestor) {
        return true;
      }
    }
    return !this.byCode.has(code) || this.created.has(code) || ancestor === '000000';
  }

  create(area: KnownArea, record: MappedRecord): void {
    if (!this.byCode.has(area.code)) {
      this.byCode.set(area.code, area);
      this.created.set(area.code, record);
    }
  }
}

export type AreaOf = (cells: readonly Cell[], place: RowPlace, sheet: number) => string | null | typeof fault;

/** Compiles how a row tells its county: a code, a known name, or a new local area named after the words of the file. */
export function compileArea(source: AreaSource, book: AreaBook, context: PickContext): AreaOf {
  const pick: Pick = compileSource(source.from, context);
  const parentOf = source.parent === undefined ? undefined : compileArea(source.parent, book, context);
  const seen = new Map<string, string>();
  return (cells, place, sheet) => {
    const picked = pick(cells, place);
    if (picked === fault) {
      return fault;
    }
    if (isBlank(picked.cell, context.blanks)) {
      place.report('required', picked.column, picked.cell, { field: { zh: '所属地区', en: 'area' } });
      return fault;
    }
    const parent = parentOf === undefined ? null : parentOf(cells, place, sheet);
    if (parent === fault) {
      return fault;
    }
    const name = plainText(textOf(picked.cell));
    const key = `${parent ?? ''} ${name}`;
    const known = seen.get(key);
    if (known !== undefined) {
      return known;
    }
    const code =
      book.find(name, source.level)?.code ?? createArea(source, name, parent, book, { sheet, row: place.row });
    if (code === undefined) {
      place.report('unknown-area', picked.column, picked.cell, { area: name });
      return fault;
    }
    seen.set(key, code);
    return code;
  };
}

function createArea(
  source: AreaSource,
  name: string,
  parentCode: string | null,
  book: AreaBook,
  at: { sheet: number; row: number },
): string | undefined {
  if (source.create === undefined) {
    return undefined;
  }
  const code = `${parentCode ?? source.create}.${localCode(name)}`;
  const above = parentCode ?? (book.root?.level === source.level ? book.root.parentCode : book.root?.code) ?? null;
  const values = { code, level: source.level, kind: 'local', parentCode: above, name };
  book.create(
    { code, name, level: source.level, parentCode: above },
    { dataset: 'areas', countyCode: '', schoolYear: 0, values, ...at, columns: {} },
  );
  return code;
}

/** Letters and digits of any script, the rest as hyphens: `PPD BATU PAHAT` → `PPD-BATU-PAHAT`. */
function localCode(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || '-'
  );
}
