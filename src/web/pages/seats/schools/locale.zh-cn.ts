export const zh = {
  title: '分校学位',
  answer: (over: string, all: string) => `${all} 个学校学段中，${over} 个学生已超过学位。`,
  risky: (n: string, size: string) => `${n} 个学校学段已有或三年内可能出现 ${size} 人及以上的大班。`,
  list: '学校与学段',
  listHint: '学位取教室、用房面积、教师、许可各自能容纳人数中最小的一个。太小或太新的学校不单独预测。',
  use: '使用率',
  binds: '受限于',
  limits: { rooms: '教室', area: '用房面积', staffing: '教师', licence: '办学许可', none: '未报' },
  assumed: '（按现有班数）',
  later: (years: string) => `${years} 年后`,
  state: '判断',
  largestClass: '最大班额',
  risk: '大班额风险',
  risks: { over: '已有', likely: '可能出现', none: '无' },
  verdicts: { projected: '可预测', tooNew: '太新', tooSmall: '太小', closed: '无学生' },
  seatsBy: { rooms: '按教室', area: '按面积', staffing: '按教师', licence: '按许可' },
};

export type Messages = typeof zh;
