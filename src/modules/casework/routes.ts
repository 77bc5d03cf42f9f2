import type { Principal } from '#core/access';
import { type BoundRoute, bindRoutes } from '#core/http';
import type { Cases } from '#engines/cases';
import type { Notices } from '#engines/notices';
import { caseworkRoutes } from './contract.ts';
import { errandKind } from './errand-kind.ts';
import { formFields } from './form-fields.ts';
import './permissions.ts';
import { type Casework, refOf } from './service.ts';
import { statesOf } from './show-case.ts';
import { writeDossier } from './write-dossier.ts';

export interface CaseworkDoors {
  readonly casework: Casework;
  readonly cases: Cases;
  readonly notices: Notices;
  readonly areaName: (area: string) => Promise<string>;
  /** Whether somebody holds a permission anywhere. */
  readonly holds: (by: Principal, permission: string) => boolean;
}

/** Kinds that are opened on the general page; the others begin on a page of their module. */
const startedHere: ReadonlySet<string> = new Set([errandKind.declaration.kind]);

/** Converts requests to calls of the service. */
export function bindCasework({ casework, cases, notices, areaName, holds }: CaseworkDoors): readonly BoundRoute[] {
  return bindRoutes(caseworkRoutes, {
    tasks: ({ principal, query }) => casework.tasks(principal, query),
    count: ({ principal }) => casework.count(principal),
    notices: async ({ principal, query }) => ({ rows: await casework.notices(principal, query) }),
    readNotice: async ({ principal, params }) => {
      await notices.read(principal, params.area, params.notice);
      return { read: true };
    },
    receipts: async ({ principal, params }) => ({
      rows: await casework.receipts(principal, params.area, params.notice),
    }),
    kinds: async ({ principal }) => ({
      rows: cases.kinds().map((declaration) => ({
        kind: declaration.kind,
        title: declaration.title,
        version: declaration.version,
        mayStart: startedHere.has(declaration.kind) && holds(principal, declaration.open.permission),
        states: statesOf(declaration),
        open: {
          action: 'open',
          title: declaration.open.title,
          fields: [...formFields(declaration.open.fields)],
          evidence: declaration.open.evidence,
          reason: 'optional' as const,
        },
      })),
    }),
    cases: ({ principal, query }) => casework.cases(principal, query),
    open: ({ principal, params, body }) => casework.open(principal, params.kind, body),
    case: ({ principal, params }) => casework.case(principal, params.kind, params.case),
    act: ({ principal, params, body }) => casework.act(principal, params.case, params.action, body),
    actOnEach: ({ principal, params, body }) => casework.actOnEach(principal, params.action, body.cases, body.comment),
    draft: async ({ principal, params, body }) => {
      const { fields = {}, files = [], comment = '' } = body.draft ?? {};
      const content = body.draft === null ? null : { fields, files, comment };
      await cases.saveDraft(principal, refOf(params.case), params.action, content);
      return { saved: content !== null };
    },
    dossier: async ({ principal, params, query, language, at }) => {
      const detail = await casework.case(principal, params.kind, params.case);
      return writeDossier(detail, {
        language: language === 'en' ? 'en' : 'zh',
        format: query.format,
        areaName: await areaName(detail.area),
        by: principal.name,
        at,
      });
    },
  });
}
