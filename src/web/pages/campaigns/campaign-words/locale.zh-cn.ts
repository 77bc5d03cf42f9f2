/** Words that the pages of campaigns share. */
export const zh = {
  visits: {
    planned: '未检查',
    clean: '未发现问题',
    rectifying: '整改中',
    verifying: '待复查',
    mended: '已整改',
  },
  states: { open: '进行中', closed: '已结束' },
  all: '应检查',
  checklist: '检查表',
  basis: '依据',
  from: '检查开始',
  until: '检查结束',
  rectifyBy: '整改期限',
  state: '状态',
};

export type Messages = typeof zh;
