import type { LocalText } from '#core/locale';
import type { PersonalKind } from './kinds.ts';

export interface PersonalField {
  readonly kind: PersonalKind;
  readonly column: string;
  /** Column of the blinded value, where rows are looked up by it. */
  readonly indexColumn?: string;
  /** What it is kept for, as the person is told. */
  readonly purpose: LocalText;
  /** Full years it is kept after the row ended; 0 = it goes when the row ends. */
  readonly keptYears: number;
}

/** A table with personal columns. The columns hold encrypted text, or NULL. */
export interface PersonalTable<Name extends string = string> {
  readonly table: string;
  /** The columns of the primary key, all text. */
  readonly key: readonly string[];
  /** The column (timestamptz) that says when a row ended; from then its years of keeping are counted. */
  readonly endedColumn: string;
  readonly fields: Readonly<Record<Name, PersonalField>>;
}

const declared = new Map<string, PersonalTable>();

/**
 * Declares the personal columns of a table, so that encryption, masks, rotation of keys and retention know them.
 *
 * @example export const accountFields = definePersonal({ table: 'account', key: ['area_code', 'id'], endedColumn: 'closed_at', fields: { phone: { kind: 'phone', column: 'phone', purpose, keptYears: 0 } } });
 */
export function definePersonal<const Name extends string>(table: PersonalTable<Name>): PersonalTable<Name> {
  if (declared.has(table.table)) throw new Error(`personal columns of ${table.table} are declared twice`);
  declared.set(table.table, table);
  return table;
}

/** Every declared table; the register of personal data is made from it. */
export function personalTables(): readonly PersonalTable[] {
  return [...declared.values()];
}
