export const zh = {
  answer: (fields: string, prefilled: string) => `共 ${fields} 项，其中 ${prefilled} 项由已有数据预填。`,
  why: '用途',
  term: '有效期',
  termText: (from: string, until: string) => `${from} 至 ${until}`,
  handle: '办理',
  fields: '填报项',
  name: '名称',
  source: '来自',
  typed: '学校填写',
  from: (where: string) => `预填自${where}`,
  again: '修改后重新申请',
  openCase: '办理和历史',
};

export type Messages = typeof zh;
