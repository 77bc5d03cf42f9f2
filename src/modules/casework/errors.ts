import { defineErrors } from '#core/errors';

export const caseworkErrors = defineErrors('casework', {
  notOfKind: {
    status: 404,
    zh: '没有这个事项（{kind}）。',
    en: 'There is no such case ({kind}).',
    remedy: { zh: '请从“我的任务”进入。', en: 'Start from “My tasks”.' },
  },
});
