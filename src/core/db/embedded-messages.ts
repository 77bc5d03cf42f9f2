/** What the main thread asks of the worker that holds the embedded database. */
export type EmbeddedRequest =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'copyIn'; readonly sql: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'copyOut'; readonly sql: string }
  | { readonly kind: 'dump' }
  | { readonly kind: 'close' };

export interface EmbeddedCall {
  readonly id: number;
  readonly request: EmbeddedRequest;
}

export interface EmbeddedFailure {
  readonly message: string;
  readonly sqlState?: string;
  readonly table?: string;
  readonly constraint?: string;
}

export interface EmbeddedReply {
  /** 0 answers the start itself. */
  readonly id: number;
  readonly rows?: readonly unknown[];
  readonly affected?: number;
  readonly bytes?: ArrayBuffer;
  readonly failure?: EmbeddedFailure;
}

export interface EmbeddedStart {
  /** The folder of the database; absent = in memory. */
  readonly folder?: string;
  /** An initialised database to begin from. */
  readonly template?: Uint8Array<ArrayBuffer>;
}
