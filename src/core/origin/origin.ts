import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts, as the audit trail keeps it: an id and never a name. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'trial' | 'operator' | 'system';
}

/** Where an act comes from: one request, one command, or the system itself. */
export interface Origin {
  readonly actor?: Actor;
  readonly channel: 'http' | 'command' | 'system';
  readonly requestId?: string;
  /** The network address the request came from. */
  readonly address?: string;
  /** What the browser calls itself. */
  readonly device?: string;
}

const current = new AsyncLocalStorage<Origin>();

/** Runs the work as coming from there. Set once at each edge; nothing between has to carry it. */
export function withOrigin<Result>(origin: Origin, work: () => Result): Result {
  return current.run(origin, work);
}

/** Where the work under way comes from; the system itself where no edge said so. */
export function currentOrigin(): Origin {
  return current.getStore() ?? { channel: 'system' };
}
