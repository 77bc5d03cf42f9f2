import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers by which a receiver knows that a message is ours, whole, fresh and not sent by another. */
export interface WebhookHeaders {
  readonly 'junheng-id': string;
  /** Seconds since 1970, when this attempt was made. */
  readonly 'junheng-timestamp': string;
  /** `v1=` and HMAC-SHA-256 of `<id>.<timestamp>.<body>` with the shared secret, as hex. */
  readonly 'junheng-signature': string;
}

export function signWebhook(secret: string, id: string, body: string, at: Date): WebhookHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'junheng-id': id,
    'junheng-timestamp': timestamp,
    'junheng-signature': signature(secret, id, timestamp, body),
  };
}

export type WebhookVerdict = 'genuine' | 'forged' | 'stale' | 'repeated';

/**
 * What a receiver does with a message. `seen` says whether this id was taken before: a message may come twice.
 *
 * @param toleranceSeconds how old, or how far ahead, an attempt may be
 */
export function judgeWebhook(
  secret: string,
  headers: WebhookHeaders,
  body: string,
  now: Date,
  seen: (id: string) => boolean,
  toleranceSeconds = 300,
): WebhookVerdict {
  const { 'junheng-id': id, 'junheng-timestamp': timestamp, 'junheng-signature': given } = headers;
  const expected = Buffer.from(signature(secret, id, timestamp, body));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return 'forged';
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= toleranceSeconds)) return 'stale';
  return seen(id) ? 'repeated' : 'genuine';
}

function signature(secret: string, id: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('hex')}`;
}
