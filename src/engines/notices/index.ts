import type { MigrationFolder } from '#core/db';

export type { DigestSource } from './digest.ts';
export type { Channel, Contact, NewNotice, Notice, Recipient } from './model.ts';
export { Notices, type NoticesParts } from './notices.ts';
export type { SmsGateway } from './sms-channel.ts';
export { type SmtpSettings, smtpChannel } from './smtp-channel.ts';
export { type WebhookSettings, webhookChannel } from './webhook-channel.ts';

export const noticesMigrations: MigrationFolder = {
  owner: 'notices',
  folder: new URL('./migrations/', import.meta.url),
};
