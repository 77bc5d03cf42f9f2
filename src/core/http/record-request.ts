import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '#core/access';
import type { Audit } from '#core/audit';
import { nationCode } from '#core/codes';
import { DomainError } from '#core/errors';
import type { Origin } from '#core/origin';
import type { FileAnswer, RouteDeclaration } from './route.ts';

export interface Recorded {
  readonly declaration: RouteDeclaration;
  readonly principal: Principal;
  readonly request: FastifyRequest;
}

/** Where a request comes from, for whatever it makes the system record. */
export function originOf({ principal, request }: Omit<Recorded, 'declaration'>): Origin {
  return {
    actor: { id: principal.id, kind: principal.kind },
    channel: 'http',
    requestId: request.id,
    address: request.ip,
    device: request.headers['user-agent'] ?? '',
  };
}

/** A file that leaves the system is an export, whichever room wrote it; its hash says which file it was. */
export async function recordExport(audit: Audit, recorded: Recorded, { bytes, mediaType }: FileAnswer): Promise<void> {
  await audit.record({
    act: recorded.declaration.titleKey,
    on: recordOf(recorded, 'file'),
    result: 'done',
    details: { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength, mediaType },
  });
}

/** A read of what is sensitive. */
export async function recordRead(audit: Audit, recorded: Recorded): Promise<void> {
  await audit.record({ act: recorded.declaration.titleKey, on: recordOf(recorded, 'record'), result: 'done' });
}

/** Refused acts, and whatever somebody may not do; a request that could not be read is neither. */
export async function recordRefusal(audit: Audit, recorded: Recorded, error: unknown): Promise<void> {
  const { declaration, request } = recorded;
  const code = error instanceof DomainError ? error.code : 'core.unexpected';
  const isForbidden = error instanceof DomainError && error.status === 403;
  const isAct = request.method !== 'GET' && request.method !== 'HEAD' && !/^(core\.|access\.signInFirst)/.test(code);
  if (!isForbidden && !isAct) return;
  await audit.record({
    act: declaration.titleKey,
    on: recordOf(recorded, 'request'),
    result: 'refused',
    reason: code,
  });
}

/** Ids in an address are codes of ours; anything else that somebody typed there is left out. */
const plainId = /^[\w.-]{1,80}$/;

function recordOf({ request }: Recorded, kind: string) {
  const { area, unit, ...rest } = request.params as Readonly<Record<string, string>>;
  const named = Object.values(rest).filter((value) => plainId.test(value));
  return {
    kind,
    id: named.join(' '),
    area: area !== undefined && /^\d{6,12}$/.test(area) ? area : nationCode,
    unit: unit !== undefined && plainId.test(unit) ? unit : undefined,
  };
}
