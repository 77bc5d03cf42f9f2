import { definePermissions } from '#core/access';

definePermissions('audit', {
  read: { zh: '查看审计记录', en: 'Read the audit trail' },
  verify: { zh: '核验审计记录', en: 'Verify the audit trail' },
});
