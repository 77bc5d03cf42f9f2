import type { MessagePort } from 'node:worker_threads';
import type { EngineKind } from './connection.ts';

/** What a thread asks of the connections that the main thread lends it. */
export type PortRequest =
  | { readonly kind: 'acquire' }
  | { readonly kind: 'release'; readonly connection: number }
  | {
      readonly kind: 'query';
      readonly connection: number;
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly kind: 'copyIn'; readonly connection: number; readonly target: string }
  | { readonly kind: 'copyOut'; readonly connection: number; readonly query: string; readonly options: string }
  /** The next piece of a copy in; without bytes it is over, `broken` where its source failed. */
  | { readonly kind: 'piece'; readonly of: number; readonly bytes?: Uint8Array; readonly broken?: true }
  /** One more piece of a copy out may come. */
  | { readonly kind: 'more'; readonly of: number }
  /** No more of it is wanted. */
  | { readonly kind: 'enough'; readonly of: number };

export interface PortCall {
  readonly id: number;
  readonly request: PortRequest;
}

export interface PortFailure {
  readonly message: string;
  readonly sqlState?: string;
  readonly table?: string | undefined;
  readonly constraint?: string | undefined;
}

export interface PortReply {
  readonly id: number;
  readonly value?: unknown;
  /** A piece of a copy out; the reply without one ends it. */
  readonly bytes?: Uint8Array;
  readonly failure?: PortFailure;
}

/** What a thread needs to open the database of the thread that started it. */
export interface LentDatabase {
  readonly engine: EngineKind;
  readonly port: MessagePort;
}
