import { useMessages } from '#web/locale';
import { en } from './locale.en.ts';
import { type JobWords, zh } from './locale.zh-cn.ts';

const messages = { 'zh-CN': zh, en };

export function useJobWords(): JobWords {
  return useMessages(messages);
}
