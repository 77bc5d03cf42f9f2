import { definePermissions } from '#core/access';

export const permissions = definePermissions('organization', {
  areas: { zh: '查看地区', en: 'See areas', stageless: true },
  read: { zh: '查看学校和报表', en: 'See schools and what they report' },
  import: { zh: '导入和撤销报表', en: 'Import what schools report, and undo it' },
  lockYear: { zh: '锁定和重新开放学年', en: 'Lock and reopen a school year' },
  export: { zh: '导出整表', en: 'Export whole tables' },
});
