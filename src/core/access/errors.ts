import { defineErrors } from '#core/errors';

export const errors = defineErrors('access', {
  signInFirst: {
    status: 401,
    zh: '请先登录。',
    en: 'Sign in first.',
    remedy: { zh: '登录后重试。', en: 'Sign in and try again.' },
  },
  forbidden: {
    status: 403,
    zh: '您没有在 {area} {permission}的权限。',
    en: 'You may not do this in {area}: {permission}.',
    remedy: {
      zh: '可以请安全管理员授予以下角色之一：{roles}。',
      en: 'Ask the security administrator for one of these roles: {roles}.',
    },
  },
  rolesRefused: {
    status: 422,
    zh: '角色文件有误：{place}。',
    en: 'The file of roles is wrong: {place}.',
    remedy: { zh: '请改正 policies/roles.yaml。', en: 'Mend policies/roles.yaml.' },
  },
});
