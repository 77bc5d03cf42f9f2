export const zh = {
  title: '佐证',
  answer: (open: string, all: string) => `${all} 项中还有 ${open} 项待填。`,
  done: (all: string) => `${all} 项均已填写。`,
  failing: (n: string) => `${n} 项未达标`,
  hint: '文件、调查和一票否决项由人填写，附上佐证；其余数字均由系统计算。',
  kinds: { document: '文件', survey: '调查', external: '外部结果', veto: '一票否决' },
  clause: (clause: string) => `依据：${clause}`,
  yes: '是',
  no: '否',
  unanswered: '未填',
  question: '回答',
  vetoQuestion: '是否发生',
  evidence: '佐证（文号、链接或存放位置）',
  threshold: (line: string, unit: string) => `要求 ${line} ${unit}`,
  faults: {
    notANumber: () => '请填数字。',
    outOfRange: (range: string, unit: string) => `请填 ${range} 之间的数${unit === '' ? '' : `（${unit}）`}。`,
    notWhole: () => '请填整数。',
  },
  save: '保存',
  takeBack: '撤回',
  by: (person: string, at: string) => `${person} 填于 ${at}`,
  none: '本标准没有需要人填写的项目。',
  part: '部分',
};

export type Messages = typeof zh;
