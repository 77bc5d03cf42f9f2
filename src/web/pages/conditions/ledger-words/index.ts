import { useMessages } from '#web/locale';
import { en } from './locale.en.ts';
import { type Messages, zh } from './locale.zh-cn.ts';

const messages = { 'zh-CN': zh, en };

/** The words that all pages of the ledger share. */
export function useLedgerWords(): Messages {
  return useMessages(messages);
}
