import { defineErrors } from '#core/errors';

export const noticesErrors = defineErrors('notices', {
  notFound: {
    status: 404,
    zh: '没有这条通知，或不是发给您的。',
    en: 'There is no such notice, or it is not for you.',
    remedy: { zh: '请从“我的任务”进入。', en: 'Start from “My tasks”.' },
  },
});
