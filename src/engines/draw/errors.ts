import { defineErrors } from '#core/errors';

export const errors = defineErrors('draw', {
  codeRefused: {
    status: 422,
    zh: '名单中的代码“{code}”不能使用：不得为空，不得含空格、逗号、冒号或引号。',
    en: 'The list holds the code "{code}", which cannot be used: not empty, no space, comma, colon or quote.',
    remedy: { zh: '请改用由字母和数字组成的代码。', en: 'Use codes of letters and digits.' },
  },
  listedTwice: {
    status: 422,
    zh: '“{code}”在名单中出现两次。',
    en: '"{code}" is in the list twice.',
    remedy: { zh: '请合并或删除重复的一条。', en: 'Merge the two or remove one.' },
  },
  unknownCode: {
    status: 422,
    zh: '名单引用了不存在的“{code}”。',
    en: 'The list refers to "{code}", which is not in it.',
    remedy: { zh: '请补上该项，或改正引用。', en: 'Add it, or mend the reference.' },
  },
  numberRefused: {
    status: 422,
    zh: '“{code}”的数值 {value} 不能使用：应为不小于 0 的整数。',
    en: 'The number {value} at "{code}" cannot be used: a whole number of at least 0 is wanted.',
    remedy: { zh: '请更正学位数、上限或优先级。', en: 'Correct the seats, the ceiling or the priority.' },
  },
  tooMany: {
    status: 422,
    zh: '{what}共 {count} 种，最多 {most} 种。',
    en: '{what}: {count} different ones, at most {most}.',
    remedy: { zh: '请合并少用的几种。', en: 'Join those that are rarely used.' },
  },
  familyRefused: {
    status: 422,
    zh: '家庭“{code}”的联合志愿与成员志愿不符。',
    en: 'The joint choices of family "{code}" do not fit the choices of its members.',
    remedy: {
      zh: '每条联合志愿须为每个成员写一个其本人志愿的序号或留空，且一名申请人只属于一个家庭。',
      en: 'Each joint choice needs, for each member, the number of one of its own choices or nothing; an applicant belongs to one family.',
    },
  },
  seedMissing: {
    status: 422,
    zh: '没有填写种子或其来源。',
    en: 'The seed or its source is missing.',
    remedy: { zh: '请填写公开种子和任何人都能查到的来源。', en: 'Enter the public seed and where anyone can find it.' },
  },
  listChanged: {
    status: 409,
    zh: '名单与冻结时不同：公布的摘要为 {frozen}，现为 {now}。',
    en: 'The list is not the one that was frozen: published hash {frozen}, now {now}.',
    remedy: {
      zh: '请恢复冻结的名单；确需更改的，须重新冻结并公布，并使用此后产生的种子。',
      en: 'Restore the frozen list; if it must change, freeze and publish anew and use a seed that comes later.',
    },
  },
});
