import { definePermissions } from '#core/access';

export const admissionPermissions = definePermissions('admission', {
  read: { zh: '查看招生轮次', en: 'See admission rounds', stageless: true },
  prepare: { zh: '编制招生规则', en: 'Draw up admission rules', stageless: true },
  publish: { zh: '发布招生方案和结果', en: 'Publish plans and results of admission', stageless: true },
  check: { zh: '核对入学申请', en: 'Check applications for admission', stageless: true },
  allocate: { zh: '冻结名单和录入种子', en: 'Freeze the list and enter the seed', stageless: true },
  apply: { zh: '为孩子申请入学', en: 'Apply for a place for a child', stageless: true },
});
