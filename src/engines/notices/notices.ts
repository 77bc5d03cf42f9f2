import { type RawBuilder, sql } from 'kysely';
import { type Gate, inScope, type Principal } from '#core/access';
import type { Database, Session } from '#core/db';
import { newId } from '#core/ids';
import type { Log } from '#core/log';
import { deliver } from './deliver.ts';
import { type DigestSource, putDigests } from './digest.ts';
import { noticesErrors } from './errors.ts';
import type { Channel, Contact, NewNotice, Notice } from './model.ts';
import { countUnread, findNotice, insertNotice, insertReceipt, listNotices, listReceipts } from './notice-rows.ts';
import { insertOutgoing } from './outbox.ts';

export interface NoticesParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly now: () => Date;
  readonly log: Log;
  /** Ways out of the house; none = notices are seen here only. */
  readonly channels?: readonly Channel[] | undefined;
  readonly contactOf?: ((person: string) => Promise<Contact | undefined>) | undefined;
}

const longest = 200;

/** Notices: who should know what, who has read it, and what leaves the house. */
export class Notices {
  readonly #parts: NoticesParts;
  readonly #permissions = new Set<string>();

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Permissions that notices may be addressed to; without this nobody would look for them. */
  addressable(permissions: Iterable<string>): void {
    for (const permission of permissions) this.#permissions.add(permission);
  }

  /** Puts a notice in the caller's transaction, once under its key. */
  async put(session: Session, notice: NewNotice): Promise<void> {
    if ('permission' in notice.to && !this.#permissions.has(notice.to.permission)) {
      throw new Error(`notices are not addressed to ${notice.to.permission}`);
    }
    const { now, channels = [] } = this.#parts;
    const at = now();
    const id = newId(at);
    if (!(await insertNotice(session, id, notice, at))) return;
    const person = 'person' in notice.to ? notice.to.person : null;
    for (const { name, reach } of channels) {
      if (reach === 'person' && (person === null || notice.isUrgent !== true)) continue;
      await insertOutgoing(
        session,
        {
          county_code: notice.area.slice(0, 6),
          id: newId(at),
          channel: name,
          person: reach === 'person' ? person : null,
          message: {
            subject: notice.text.zh,
            text: `${notice.text.zh}\n${notice.text.en}`,
            path: pathOf(notice.about),
          },
          key: `${id} ${name}`,
        },
        at,
      );
    }
  }

  /** Newest first. */
  list(
    by: Principal,
    { isUnread = false, before, limit = 50 }: { isUnread?: boolean; before?: string | undefined; limit?: number } = {},
  ): Promise<readonly Notice[]> {
    const most = Math.min(limit, longest);
    return listNotices(this.#parts.database, by.id, this.#isFor(by), { isUnread, before, limit: most });
  }

  countUnread(by: Principal): Promise<number> {
    return countUnread(this.#parts.database, by.id, this.#isFor(by));
  }

  /** Notes that somebody has read a notice. @throws DomainError `notices.notFound` */
  async read(by: Principal, county: string, id: string): Promise<void> {
    const { database, now } = this.#parts;
    await database.transaction(async (session) => {
      if (!(await findNotice(session, county, id, this.#isFor(by)))) throw noticesErrors.notFound();
      await insertReceipt(session, county, id, by.id, now());
    });
  }

  /** Who has read a notice, for those it is for. @throws DomainError `notices.notFound` */
  async receipts(
    by: Principal,
    county: string,
    id: string,
  ): Promise<readonly { readonly person: string; readonly readAt: Date }[]> {
    const { database } = this.#parts;
    if (!(await findNotice(database, county, id, this.#isFor(by)))) throw noticesErrors.notFound();
    return listReceipts(database, county, id);
  }

  /** Writes the day's digests, one a person; run again it writes nothing more. @returns how many people there is something for */
  digest(source: DigestSource): Promise<number> {
    const channels = (this.#parts.channels ?? []).filter(({ reach }) => reach === 'person');
    if (channels.length === 0) return Promise.resolve(0);
    return putDigests(this.#parts, channels, source, (by) => this.countUnread(by));
  }

  /** Sends what is due. @returns how many messages left */
  deliver(): Promise<number> {
    const { database, channels = [], contactOf = async () => undefined, now, log } = this.#parts;
    return channels.length === 0 ? Promise.resolve(0) : deliver({ database, channels, contactOf, now, log });
  }

  close(): void {
    for (const channel of this.#parts.channels ?? []) channel.close?.();
  }

  #isFor(by: Principal): RawBuilder<boolean> {
    const columns = { county: 'notice.county_code', township: 'area_code', unit: 'unit_id' };
    const held = [...this.#permissions].map(
      (permission) =>
        sql<boolean>`(permission = ${permission} AND ${inScope(this.#parts.gate.scope(by, permission), columns)})`,
    );
    return sql<boolean>`(${sql.join([sql`notice.person = ${by.id}`, ...held], sql` OR `)})`;
  }
}

/** The page of what a notice is about. */
export function pathOf(about: NewNotice['about']): string {
  return about ? `/cases/${about.kind}/${about.id}` : '/tasks';
}
