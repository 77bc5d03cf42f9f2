import { useMessages } from '#web/locale';
import { en } from './locale.en.ts';
import { type ShellMessages, zh } from './locale.zh-cn.ts';

const messages = { 'zh-CN': zh, en };

export function useShellMessages(): ShellMessages {
  return useMessages(messages);
}
