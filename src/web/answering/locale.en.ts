import type { Messages } from './locale.zh-cn.ts';

export const en: Messages = { yes: 'Yes', no: 'No', notANumber: 'Please give a number' };
