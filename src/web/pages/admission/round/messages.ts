import { useMessages } from '#web/locale';
import { en } from './locale.en.ts';
import { type Messages, zh } from './locale.zh-cn.ts';

const messages = { 'zh-CN': zh, en };

export function useWords(): Messages {
  return useMessages(messages);
}
