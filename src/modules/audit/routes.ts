import './permissions.ts';
import type { z } from 'zod';
import type { Audit, EntryFilter, ListedEntry } from '#core/audit';
import { type BoundRoute, bindRoutes } from '#core/http';
import { watermark } from '#core/personal';
import { type AuditEntry, auditRoutes } from './contract.ts';
import { writeTrail } from './write-trail.ts';

export interface AuditDoors {
  readonly audit: Audit;
  /** Names of people by their ids; those unknown are absent. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

type Filters = Omit<z.output<(typeof auditRoutes.export)['query']>, 'reason'>;

const exportLimit = 50_000;

/** Binds the trail to its routes. */
export function bindAudit({ audit, namesOf }: AuditDoors): readonly BoundRoute[] {
  const named = async (rows: readonly ListedEntry[]): Promise<AuditEntry[]> => {
    const names = await namesOf([...new Set(rows.map(({ by }) => by))]);
    return rows.map(({ at, by, byKind, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      by: { id: by, kind: byKind, name: names.get(by) ?? null },
    }));
  };
  return bindRoutes(auditRoutes, {
    async entries({ query: { before, limit, ...filters } }) {
      const rows = await audit.list({ ...filterOf(filters), before, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      return { rows: await named(shown), nextBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
    },
    async export({ query: { reason, ...filters }, principal, at, language }) {
      const rows = await audit.list({ ...filterOf(filters), limit: exportLimit });
      const mark = watermark({ by: principal.name || principal.id, at, reason });
      return {
        name: `audit-${at.toISOString().slice(0, 10)}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        bytes: writeTrail(await named(rows), language === 'en' ? mark.en : mark.zh),
      };
    },
    verify: async () => {
      const { faults, ...rest } = await audit.verify();
      return { ...rest, faults: [...faults] };
    },
  });
}

function filterOf({ area, by, act, result, from, to }: Filters): Omit<EntryFilter, 'limit'> {
  return {
    areas: [area.replace(/^(\d{2,6}?)(00)+$/, '$1').replace(/^00$/, '')],
    by: by || undefined,
    act: act || undefined,
    result,
    from: from === undefined ? undefined : dayStart(from),
    to: to === undefined ? undefined : new Date(dayStart(to).getTime() + 86_400_000),
  };
}

function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
