import { definePermissions } from '#core/access';

definePermissions('ledger', {
  read: { zh: '查看办学条件和台账', en: 'See conditions and the ledger' },
  measure: { zh: '按最新数据更新台账', en: 'Bring the ledger up to the newest figures' },
  assign: { zh: '安排台账责任人和期限', en: 'Say who answers for a line, until when' },
  plan: { zh: '编制、申报项目', en: 'Draw up projects and submit them' },
  approve: { zh: '批准项目和资金', en: 'Approve projects and funds' },
  report: { zh: '上报项目进展', en: 'Report progress of projects' },
  accept: { zh: '验收项目', en: 'Accept finished projects' },
  track: { zh: '确定跟踪的县', en: 'Say which counties are tracked' },
  export: { zh: '导出台账和调度材料', en: 'Export the ledger and review packs' },
});
