import { type Bilingual, useMessages } from './language.tsx';
import { en } from './messages.en.ts';
import { type CommonMessages, zh } from './messages.zh-cn.ts';

export const common: Bilingual<CommonMessages> = { 'zh-CN': zh, en };

export function useCommon(): CommonMessages {
  return useMessages(common);
}
