import { type Channel, ChannelFault } from './model.ts';
import { signWebhook } from './webhook-signature.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly now: () => Date;
}

const waitMs = 20_000;

/** One address, such as a messenger's robot or the office's own bus, that is told of every notice. */
export function webhookChannel({ url, secret, now }: WebhookSettings): Channel {
  return {
    name: 'webhook',
    reach: 'installation',
    async send({ id, subject, text, path }) {
      const body = JSON.stringify({ id, subject, text, path });
      const headers = { 'content-type': 'application/json', ...signWebhook(secret, id, body, now()) };
      let status: number;
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers,
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(waitMs),
        });
        await answer.body?.cancel();
        status = answer.status;
      } catch (error) {
        throw new ChannelFault('webhook unreachable', false, error);
      }
      // 410: the receiver is gone for good. Everything else may be mended there.
      if (status >= 300) throw new ChannelFault(`webhook ${status}`, status === 410);
    },
  };
}
