/** Words that the pages of the register share. */
export const zh = {
  states: {
    review: '待审核',
    returned: '退回修改',
    inForce: '有效',
    ended: '已停用',
    refused: '不予批准',
    withdrawn: '已撤回',
    ready: '未下达',
  },
  origins: { registered: '部门申请', instrument: '评价与检查表', workbook: '县级工作簿', return: '统计报表' },
  frequencies: {
    once: '一次',
    weekly: '每周',
    monthly: '每月',
    quarterly: '每季度',
    termly: '每学期',
    yearly: '每年',
    byRound: '按下达次数',
  },
  askedOf: { schools: '学校', inspectors: '检查人员', families: '师生和家长' },
  form: '填报表',
  office: '要求填报的部门',
  basis: '依据',
  frequency: '频次',
  stages: '填报学校',
  fields: '填报项',
  prefilled: '其中预填',
  minutes: '每次用时（分钟）',
  declared: '申报',
  estimated: '系统按填报项估算',
  state: '状态',
  origin: '来源',
  area: '要求填报的地区',
  noted: (said: string, note: string) => `${said}（${note}）`,
};

export type Messages = typeof zh;
