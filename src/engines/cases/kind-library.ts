import { z } from 'zod';
import type { Database, Session } from '#core/db';
import { insertKind, readKinds } from './case-rows.ts';
import { checkDeclaration } from './check-declaration.ts';
import type { KindDeclaration } from './declaration.ts';
import type { CaseKind } from './define-case-kind.ts';
import { casesErrors } from './errors.ts';

/** Every edition of every kind that this program declares or the database remembers. */
export class KindLibrary<Effect> {
  readonly #newest = new Map<string, CaseKind>();
  readonly #effects = new Map<string, Readonly<Record<string, Effect>>>();
  readonly #editions = new Map<string, KindDeclaration>();
  readonly #schemas = new Map<string, z.ZodType>();

  /** @throws Error where the kind is declared twice or one of its effects has no handler */
  register(kind: CaseKind, effects: Readonly<Record<string, Effect>>): void {
    const { declaration } = kind;
    if (this.#newest.has(declaration.kind)) throw new Error(`case kind ${declaration.kind} is declared twice`);
    const missing = effectsOf(declaration).find((name) => effects[name] === undefined);
    if (missing !== undefined) throw new Error(`case kind ${declaration.kind}: nothing carries out ${missing}`);
    this.#newest.set(declaration.kind, kind);
    this.#effects.set(declaration.kind, effects);
    this.#editions.set(editionKey(declaration), declaration);
    for (const [action, schema] of kind.schemas) this.#schemas.set(`${editionKey(declaration)} ${action}`, schema);
  }

  /**
   * Compares the declarations with those stored, stores new ones and takes up older ones.
   *
   * @throws DomainError `cases.declarationChanged` where an edition differs from the stored one, `cases.effectMissing` where a case
   * of an older edition is still open and one of its effects has no handler any more
   */
  async start(database: Database, at: Date): Promise<void> {
    await database.transaction(async (session) => {
      for (const { declaration, sha256 } of this.#newest.values()) {
        const { kind, version } = declaration;
        await insertKind(session, { kind, version, sha256, declaration }, at);
      }
      for (const stored of await readKinds(session)) {
        const own = this.#newest.get(stored.kind);
        if (own?.declaration.version === stored.version && own.sha256 !== stored.sha256) {
          throw casesErrors.declarationChanged({ kind: stored.kind, version: stored.version });
        }
        if (own?.declaration.version === stored.version) continue;
        checkDeclaration(stored.declaration);
        this.#editions.set(editionKey(stored), stored.declaration);
        await this.#refuseLostEffects(session, stored.declaration);
      }
    });
  }

  async #refuseLostEffects(session: Session, declaration: KindDeclaration): Promise<void> {
    const { kind, version } = declaration;
    const lost = effectsOf(declaration).find((name) => this.#effects.get(kind)?.[name] === undefined);
    if (lost === undefined || !this.#newest.has(kind)) return;
    const [open] = await session.query(
      'SELECT case_id FROM case_current WHERE kind = $1 AND version = $2 AND NOT is_final LIMIT 1',
      [kind, version],
    );
    if (open !== undefined) throw casesErrors.effectMissing({ kind, version, effect: lost });
  }

  /** @throws DomainError `cases.kindUnknown` */
  newest(kind: string): KindDeclaration {
    const found = this.#newest.get(kind);
    if (found === undefined) throw casesErrors.kindUnknown({ kind });
    return found.declaration;
  }

  /** The edition a stored case was opened by. @throws DomainError `cases.kindUnknown` */
  edition(kind: string, version: number): KindDeclaration {
    const found = this.#editions.get(editionKey({ kind, version }));
    if (found === undefined) throw casesErrors.kindUnknown({ kind: `${kind} ${version}` });
    return found;
  }

  /** Newest editions, in order of declaration. */
  all(): readonly KindDeclaration[] {
    return [...this.#newest.values()].map(({ declaration }) => declaration);
  }

  editions(): readonly KindDeclaration[] {
    return [...this.#editions.values()];
  }

  effect(declaration: KindDeclaration, name: string): Effect {
    const found = this.#effects.get(declaration.kind)?.[name];
    if (found === undefined) {
      throw casesErrors.effectMissing({ kind: declaration.kind, version: declaration.version, effect: name });
    }
    return found;
  }

  /** What an action's fields must be: the module's own schema, or that of the stored edition. */
  schema(declaration: KindDeclaration, action: string): z.ZodType {
    const key = `${editionKey(declaration)} ${action}`;
    const known = this.#schemas.get(key);
    if (known !== undefined) return known;
    const fields = action === 'open' ? declaration.open.fields : declaration.actions[action]?.fields;
    const read = z.fromJSONSchema(fields ?? {});
    this.#schemas.set(key, read);
    return read;
  }
}

function editionKey({ kind, version }: { readonly kind: string; readonly version: number }): string {
  return `${kind} ${version}`;
}

function effectsOf({ open, actions }: KindDeclaration): readonly string[] {
  return [open, ...Object.values(actions)].flatMap(({ effect }) => (effect === null ? [] : [effect]));
}
