import { definePermissions } from '#core/access';

definePermissions('signIn', {
  openAccount: { zh: '开通账号、重设口令', en: 'Open accounts, reset passwords' },
});
