import { definePermissions } from '#core/access';

export const jobsPermissions = definePermissions('jobs', {
  cancelOthers: { zh: '取消他人发起的后台任务', en: 'Cancel jobs that others started', stageless: true },
});
