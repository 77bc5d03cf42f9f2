export const zh = {
  title: '质量评价',
  answer: (rounds: string, open: string) => `共 ${rounds} 轮评价，${open} 所学校尚未办结。`,
  noRanking: '依据四个质量评价指南；没有总分和权重，结果不用于排名。',
  none: '还没有开展质量评价',
  noneHint: '选择一份评价指南下达一轮，学校自评后由外部评价人打分，系统逐项比对。',
  open: '下达一轮评价',
  mySheets: '我的填报与检查',
  inspect: '现场检查',
  inspectHint: '打开后可以离线填写，联网后自动上传。',
  begin: '开始检查',
  checklist: '检查表',
  school: '学校',
  round: '轮次',
  area: '地区',
  guide: '评价指南',
  schools: '学校数',
  name: '名称',
  selfDueOn: '自评期限',
  states: { self: '自评中', external: '外部评价中', compared: '已比对', rectifying: '整改中', closed: '已办结' },
};

export type Messages = typeof zh;
