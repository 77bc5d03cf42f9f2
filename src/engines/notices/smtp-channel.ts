import { type Channel, ChannelFault } from './model.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly url: string;
  readonly from: string;
}

const waitMs = 20_000;

/** Mail by SMTP. The library is loaded with the first message. */
export function smtpChannel({ url, from }: SmtpSettings): Channel {
  let transport: Promise<import('nodemailer').Transporter> | undefined;
  const open = () =>
    import('nodemailer').then(({ createTransport }) =>
      createTransport({ url, connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs }),
    );
  return {
    name: 'email',
    reach: 'person',
    async send({ id, to, subject, text }) {
      transport ??= open();
      try {
        await (await transport).sendMail({
          from,
          to: to ?? '',
          subject,
          text,
          messageId: `<${id}@junheng>`,
          headers: { 'auto-submitted': 'auto-generated' },
        });
      } catch (error) {
        // The server's own words may quote the address.
        throw new ChannelFault(codeOf(error), isFinal(error));
      }
    },
    close: () => void transport?.then((opened) => opened.close()),
  };
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const answer: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
  return `smtp ${[code, answer].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')}`;
}

/** 5xx of SMTP: the server will not take it tomorrow either. */
function isFinal(error: unknown): boolean {
  const answer: unknown = error instanceof Error ? Reflect.get(error, 'responseCode') : undefined;
  return typeof answer === 'number' && answer >= 550 && answer < 560;
}
