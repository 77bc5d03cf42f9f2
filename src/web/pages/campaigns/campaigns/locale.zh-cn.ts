export const zh = {
  title: '专项检查',
  answer: (campaigns: string, planned: string, mending: string) =>
    `共 ${campaigns} 次专项检查，${planned} 所学校尚未检查，${mending} 所正在整改。`,
  none: '还没有开展专项检查',
  noneHint: '选择一份检查表和检查期，系统为范围内每所学校准备一张检查表，发现的问题自动转入整改。',
  open: '开展专项检查',
  name: '名称',
  area: '组织地区',
  scopeHint: '范围内适用该检查表的每所学校各有一张检查表，打开后可以离线填写。',
};

export type Messages = typeof zh;
