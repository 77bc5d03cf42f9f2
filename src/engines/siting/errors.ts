import { defineErrors } from '#core/errors';

export const errors = defineErrors('siting', {
  notJson: {
    status: 422,
    zh: '{file} 不是有效的 JSON 文件。',
    en: '{file} is no valid JSON file.',
    remedy: {
      zh: '请对照手册 siting.md 中的例子检查括号和逗号。',
      en: 'Check brackets and commas against siting.md in the handbook.',
    },
  },
  misshapen: {
    status: 422,
    zh: '{place} 处的内容不对（{mistake}）。',
    en: 'What stands at {place} is wrong ({mistake}).',
    remedy: {
      zh: '请按手册 siting.md 中该字段的说明改正。',
      en: 'Mend it as siting.md in the handbook describes that field.',
    },
  },
  twice: {
    status: 422,
    zh: '{list} 中编号 {id} 出现了两次。',
    en: 'The id {id} stands twice in {list}.',
    remedy: { zh: '请给每一项唯一的编号。', en: 'Give each entry an id of its own.' },
  },
  unknownId: {
    status: 422,
    zh: '{place} 提到的 {id} 不存在。',
    en: '{place} names {id}, which does not exist.',
    remedy: { zh: '请改正编号，或补上这一项。', en: 'Mend the id, or add the entry.' },
  },
  noWay: {
    status: 422,
    zh: '{from} 到 {to} 既没有坐标也没有列出路程。',
    en: 'From {from} to {to} there are neither points nor a way in the list.',
    remedy: {
      zh: '请补坐标（lng、lat），或在 ways 中写明路程；无路可走写 null。',
      en: 'Add lng and lat, or list the way; null where there is none.',
    },
  },
  swapped: {
    status: 422,
    zh: '{place} 的经纬度像是颠倒了（lng {lng}，lat {lat}）。',
    en: 'Longitude and latitude of {place} seem to be swapped (lng {lng}, lat {lat}).',
    remedy: { zh: 'lng 是经度，lat 是纬度；请对调。', en: 'lng is the longitude, lat the latitude; exchange them.' },
  },
  lacking: {
    status: 422,
    zh: '目标 {goal} 需要 {field}。',
    en: 'The goal {goal} needs {field}.',
    remedy: { zh: '请补上该字段，或换一个目标。', en: 'Add the field, or choose another goal.' },
  },
});
