import type { LocalText } from '#core/locale';

export interface Permission extends LocalText {
  /** A grant for some stages suffices for it, because nothing in it belongs to a stage. */
  readonly stageless?: boolean | undefined;
}

const catalogue = new Map<string, Permission>();

/**
 * Declares what a module's acts ask for and returns their ids, `<module>.<name>`.
 *
 * @throws Error when an id is declared twice
 * @example const permissions = definePermissions('balance', { attest: { zh: '佐证', en: 'Attest' } }); // permissions.attest === 'balance.attest'
 */
export function definePermissions<
  const Module extends string,
  const Table extends Readonly<Record<string, Permission>>,
>(module: Module, table: Table): { readonly [Name in keyof Table & string]: `${Module}.${Name}` } {
  const ids = Object.entries(table).map(([name, permission]) => {
    const id = `${module}.${name}`;
    if (catalogue.has(id)) throw new Error(`permission ${id} is declared twice`);
    catalogue.set(id, permission);
    return [name, id];
  });
  return Object.fromEntries(ids) as { readonly [Name in keyof Table & string]: `${Module}.${Name}` };
}

/** Every permission of the modules loaded so far, by id. */
export function permissionCatalogue(): ReadonlyMap<string, Permission> {
  return catalogue;
}
