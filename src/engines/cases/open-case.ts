import type { Principal } from '#core/access';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { findOpening } from './case-rows.ts';
import { checkGiven } from './check-given.ts';
import type { CaseFile, CaseOpening, CaseRef } from './model.ts';
import type { Tools } from './parts.ts';
import { recordAction } from './record-action.ts';

export interface NewCase {
  readonly area: string;
  readonly unit?: string | null | undefined;
  readonly title: string;
  readonly about?: { readonly kind: string; readonly id: string } | null | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly files?: readonly CaseFile[] | undefined;
  readonly comment?: string | undefined;
  /** The same request sent again opens nothing new. */
  readonly requestKey?: string | undefined;
}

/** Opens a case by the newest edition of its kind. */
export async function openCase(
  tools: Tools,
  session: Session,
  by: Principal,
  kindName: string,
  given: NewCase,
): Promise<CaseRef> {
  const kind = tools.library.newest(kindName);
  const opening: CaseOpening = {
    kind: kind.kind,
    version: kind.version,
    area: given.area,
    unit: given.unit ?? null,
    title: given.title,
    about: given.about ?? null,
  };
  tools.gate.require(by, kind.open.permission, { area: opening.area, unit: opening.unit ?? undefined });
  const checked = checkGiven({ ...kind.open, reason: 'optional' }, tools.library.schema(kind, 'open'), {
    fields: given.fields ?? {},
    files: given.files ?? [],
    comment: given.comment ?? '',
  });
  const requestKey = given.requestKey === undefined ? null : `${by.id} ${given.requestKey}`;
  const ref: CaseRef = { county: given.area.slice(0, 6), id: newId(tools.now()) };
  const opened = await recordAction(tools, session, {
    ref,
    kind,
    action: 'open',
    opening,
    ...checked,
    requestKey,
    by,
    effect: kind.open.effect,
    history: [],
    before: null,
  });
  if (opened !== undefined) return ref;
  const earlier = await findOpening(session, ref.county, requestKey ?? '');
  if (earlier === undefined) throw new Error('an opening was neither recorded nor found');
  return earlier;
}
