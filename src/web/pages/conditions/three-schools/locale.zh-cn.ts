export const zh = {
  title: '乡镇“三所学校”',
  answer: (complete: string, all: string) => `${all} 个乡镇中 ${complete} 个“三所学校”齐全。`,
  hint: '登记簿不标“中心”，按本乡镇在园（校）人数最多的公办幼儿园、公办小学认定；公办寄宿制学校全部列出。',
  township: '乡镇',
  kinds: { kindergarten: '中心幼儿园', primary: '中心小学', boarding: '公办寄宿制学校' },
  missing: '缺',
  gaps: (open: string) => `（未销号 ${open}）`,
  caption: '各乡镇',
};

export type Messages = typeof zh;
