import { definePermissions } from '#core/access';

export const formsPermissions = definePermissions('forms', {
  read: { zh: '查看填报目录', en: 'See what schools are asked to fill in', stageless: true },
  request: { zh: '申请新增填报表', en: 'Request a new form', stageless: true },
  review: { zh: '审核填报表', en: 'Review forms asked of schools', stageless: true },
});
