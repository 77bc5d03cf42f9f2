import { definePermissions } from '#core/access';

definePermissions('signIn', {
  revealContacts: { zh: '写明理由查看完整的联系方式', en: 'See contacts in full for a reason', stageless: true },
  openAccount: { zh: '开通账号、重设口令', en: 'Open accounts, reset passwords' },
});
