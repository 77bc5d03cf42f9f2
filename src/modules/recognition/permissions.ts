import { definePermissions } from '#core/access';

export const recognitionPermissions = definePermissions('recognition', {
  read: { zh: '查看认定申请', en: 'Read applications for recognition' },
  apply: { zh: '自评并申请认定', en: 'Assess oneself and apply' },
  review: { zh: '市级复核', en: 'Review for the city' },
  check: { zh: '省级督导核查', en: 'Check for the province' },
  decide: { zh: '国家抽查与认定', en: 'Sample, visit and decide for the nation' },
});
