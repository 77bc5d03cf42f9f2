import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = { title: 'Signing in', again: 'Sign in again' };
