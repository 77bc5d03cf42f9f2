import { defineErrors } from '#core/errors';

export const errors = defineErrors('jobs', {
  jobNotFound: {
    status: 404,
    zh: '没有这项后台任务，或其结果已过保留期。',
    en: 'There is no such job, or its result is no longer kept.',
    remedy: { zh: '请重新发起。', en: 'Start it again.' },
  },
  cancelled: {
    status: 409,
    zh: '这项后台任务已被取消，没有留下任何改动。',
    en: 'This job was cancelled; nothing was changed.',
    remedy: { zh: '需要时请重新发起。', en: 'Start it again when it is needed.' },
  },
  notDone: {
    status: 409,
    zh: '任务还没有结束。',
    en: 'The job has not ended yet.',
    remedy: { zh: '请等它结束后再取结果。', en: 'Wait until it has ended, then ask for the result.' },
  },
  crashed: {
    status: 500,
    zh: '任务因程序错误中止。',
    en: 'The job ended with a fault of the program.',
    remedy: {
      zh: '请重试；若再次出现，请把任务编号告诉维护者。',
      en: 'Try again; if it happens again, tell the keeper the job’s id.',
    },
  },
  interrupted: {
    status: 500,
    zh: '任务已中断 {times} 次，不再自动重试。',
    en: 'The job was interrupted {times} times and is not started again by itself.',
    remedy: {
      zh: '可能是内存不足；请缩小范围后重新发起。',
      en: 'Memory may have run out; start it again for a smaller area.',
    },
  },
});
