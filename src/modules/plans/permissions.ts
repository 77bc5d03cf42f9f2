import { definePermissions } from '#core/access';

export const plansPermissions = definePermissions('plans', {
  read: { zh: '查看规划', en: 'Read plans' },
  write: { zh: '编制规划', en: 'Draw up plans' },
  issue: { zh: '下达、调整规划', en: 'Issue, reopen and close plans' },
  report: { zh: '报告任务进展', en: 'Report on tasks' },
  roadmap: { zh: '确定认定年份', en: 'Set years of recognition' },
});
