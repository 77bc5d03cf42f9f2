export const zh = {
  answer: (visited: string, all: string, found: string, mended: string) =>
    `已检查 ${visited}/${all} 所，${found} 所发现问题，其中 ${mended} 所已整改。`,
  period: (from: string, until: string, rectify: string) => `检查期 ${from} 至 ${until}；整改期限 ${rectify}`,
  basis: (basis: string) => `依据：${basis}`,
  report: '情况报告（docx）',
  close: '结束专项检查',
  closeHint: '结束后不再接收检查表；整改继续到复查通过。',
  summary: '总结',
  reason: '未检查完的理由',
  progress: '各地进展',
  place: '地区',
  unknown: '（未登记乡镇）',
  findings: '发现的问题',
  matter: '方面',
  problem: '问题',
  schools: '学校数',
  rows: '逐校情况',
  school: '学校',
  found: '问题数',
  sheet: '检查表',
  openSheet: '打开',
  handle: '整改',
  openCase: '办理',
  nothing: '尚未发现问题。',
};

export type Messages = typeof zh;
