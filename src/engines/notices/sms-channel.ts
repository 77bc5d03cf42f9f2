import { type Channel, ChannelFault } from './model.ts';

/** What an operator's gateway must do; there is no common protocol, so each gateway is a few lines of its own. */
export interface SmsGateway {
  /** @returns whether trying again is of use where it failed */
  sendText(to: string, text: string, id: string): Promise<'sent' | 'failed' | 'refused'>;
}

/** At most this many characters, the length of one Chinese text message. */
const longest = 70;

/** Text messages over whatever gateway the authority uses. */
export function smsChannel(gateway: SmsGateway): Channel {
  return {
    name: 'sms',
    reach: 'person',
    async send({ id, to, subject }) {
      const text = subject.length > longest ? `${subject.slice(0, longest - 1)}…` : subject;
      const outcome = await gateway.sendText(to ?? '', text, id);
      if (outcome !== 'sent') throw new ChannelFault(`sms ${outcome}`, outcome === 'refused');
    },
  };
}
