import { definePermissions } from '#core/access';

export const permissions = definePermissions('people', {
  read: { zh: '查看人员和授权', en: 'See people and what they may do', stageless: true },
  register: { zh: '登记和注销人员', en: 'Register and close people', stageless: true },
  appoint: { zh: '任命第一位安全管理员', en: 'Appoint the first security administrator', stageless: true },
  grant: { zh: '授权和收回', en: 'Grant roles and take them back', stageless: true },
});
