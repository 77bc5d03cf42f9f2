const zh = {
  title: (title: string) => `${title}情况报告`,
  draft: '（检查仍在进行）',
  overview: '总体情况',
  said: (all: number, visited: number, clean: number, found: number, mended: number) =>
    `应检查${all}所，已检查${visited}所；未发现问题${clean}所，发现问题${found}所，其中已整改并复查通过${mended}所。`,
  basis: (basis: string, from: string, until: string) =>
    `依据：${basis === '' ? '（未填写）' : basis}。检查时间：${from}至${until}。`,
  byPlace: '各地进展',
  place: '地区',
  schools: '学校',
  visited: '已检查',
  found: '有问题',
  mended: '已整改',
  problems: '发现的问题',
  area: '方面',
  problem: '问题',
  open: '尚未整改完成的学校',
  school: '学校',
  state: '进展',
  states: { planned: '未检查', clean: '未发现问题', rectifying: '整改中', verifying: '待复查', mended: '已整改' },
  nothing: '无。',
  summary: '总结',
  unknown: '（未登记乡镇）',
};

const en: typeof zh = {
  title: (title) => `Report on the campaign “${title}”`,
  draft: '(visits are under way)',
  overview: 'Overview',
  said: (all, visited, clean, found, mended) =>
    `${all} schools in scope, ${visited} visited; nothing found at ${clean}, problems found at ${found}, of which ${mended} are mended and were checked again.`,
  basis: (basis, from, until) => `Basis: ${basis === '' ? '(none given)' : basis}. Visits from ${from} to ${until}.`,
  byPlace: 'Progress by area',
  place: 'Area',
  schools: 'Schools',
  visited: 'Visited',
  found: 'With problems',
  mended: 'Mended',
  problems: 'What was found',
  area: 'Matter',
  problem: 'Problem',
  open: 'Schools not yet mended',
  school: 'School',
  state: 'State',
  states: {
    planned: 'not visited',
    clean: 'nothing found',
    rectifying: 'rectification',
    verifying: 'waiting for the re-check',
    mended: 'mended',
  },
  nothing: 'None.',
  summary: 'Summary',
  unknown: '(no township on record)',
};

export const reportWords = { zh, en };
