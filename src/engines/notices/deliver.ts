import type { Database } from '#core/db';
import type { Log } from '#core/log';
import { type Channel, ChannelFault, type Contact } from './model.ts';
import { markDropped, markFailed, markSent, type OutboxRow, takeDue } from './outbox.ts';

export interface Delivery {
  readonly database: Database;
  readonly channels: readonly Channel[];
  readonly contactOf: (person: string) => Promise<Contact | undefined>;
  readonly now: () => Date;
  readonly log: Log;
}

const atOnce = 20;

/**
 * Sends what is due, a few messages at a time, until nothing is.
 *
 * @remarks A message is marked before it is sent and again afterwards. A process killed in between leaves it to be sent once more:
 * at least once, with the same id.
 * @returns how many left the house
 */
export async function deliver(delivery: Delivery): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await takeDue(delivery.database, delivery.now(), atOnce);
    for (const row of due) sent += (await sendOne(delivery, row)) ? 1 : 0;
    if (due.length < atOnce) return sent;
  }
}

async function sendOne({ database, channels, contactOf, now, log }: Delivery, row: OutboxRow): Promise<boolean> {
  const channel = channels.find(({ name }) => name === row.channel);
  const to = row.person === null ? null : ((await contactOf(row.person))?.addresses[row.channel] ?? null);
  if (channel === undefined || (channel.reach === 'person' && to === null)) {
    await markDropped(database, row);
    return false;
  }
  try {
    await channel.send({ ...row.message, id: row.id, to });
    await markSent(database, row, now());
    return true;
  } catch (error) {
    const fault = error instanceof ChannelFault ? error : new ChannelFault('unexpected', false);
    await markFailed(database, row, fault, now());
    log.warn('message not sent', { channel: row.channel, message: row.id, attempt: row.attempts, fault: fault.code });
    return false;
  }
}
