import type { Principal } from '#core/access';
import { chinaDate, type PlainDate } from '#core/calendar';
import type { Database } from '#core/db';
import { newId } from '#core/ids';
import { type LocalText, textIn } from '#core/locale';
import type { Channel, Contact } from './model.ts';
import { insertOutgoing } from './outbox.ts';

/** Who gets a digest, and what waits for them. */
export interface DigestSource {
  people(): AsyncIterable<{ readonly principal: Principal; readonly contact: Contact }>;
  tasks(by: Principal): Promise<{ readonly waiting: number; readonly overdue: number }>;
}

/** One message a person and day: how much waits, how much of it is late. Whoever has nothing gets nothing. */
export async function putDigests(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  channels: readonly Channel[],
  source: DigestSource,
  countUnread: (by: Principal) => Promise<number>,
): Promise<number> {
  const at = now();
  const day = chinaDate(at);
  let people = 0;
  for await (const { principal, contact } of source.people()) {
    const { waiting, overdue } = await source.tasks(principal);
    const unread = await countUnread(principal);
    if (waiting + unread === 0) continue;
    people += 1;
    const said = digestText(day, { waiting, overdue, unread });
    for (const { name } of channels.filter((channel) => contact.addresses[channel.name] !== undefined)) {
      await insertOutgoing(
        database,
        {
          county_code: principal.home?.area.slice(0, 6) ?? '000000',
          id: newId(at),
          channel: name,
          person: principal.id,
          message: {
            subject: textIn(contact.language, said.subject),
            text: textIn(contact.language, said.text),
            path: '/tasks',
          },
          key: `digest ${day} ${principal.id} ${name}`,
        },
        at,
      );
    }
  }
  return people;
}

function digestText(
  day: PlainDate,
  { waiting, overdue, unread }: { readonly waiting: number; readonly overdue: number; readonly unread: number },
): { readonly subject: LocalText; readonly text: LocalText } {
  return {
    subject: {
      zh: `均衡 ${day}：${waiting} 项待办，${overdue} 项逾期`,
      en: `Junheng ${day}: ${waiting} waiting, ${overdue} overdue`,
    },
    text: {
      zh: `您有 ${waiting} 项待办任务，其中 ${overdue} 项已逾期；${unread} 条未读通知。请登录“我的任务”办理。`,
      en: `${waiting} tasks wait for you, ${overdue} of them overdue; ${unread} notices are unread. See “My tasks”.`,
    },
  };
}
