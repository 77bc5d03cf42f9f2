import type { DemoName } from './model.ts';

/** The mark that every invented name carries. */
const mark = '虚构';
const markKey = 'xu gou';

const first = parts(
  '青qing 云yun 安an 和he 清qing 明ming 永yong 兴xing 宜yi 文wen 景jing 瑞rui 丰feng 嘉jia 启qi 泰tai 宁ning 昌chang 仁ren 德de 惠hui 春chun 秀xiu 玉yu 金jin 银yin 白bai 新xin 东dong 南nan 平ping',
);
const second = parts(
  '溪xi 岭ling 川chuan 源yuan 泉quan 河he 湖hu 桥qiao 塘tang 洲zhou 谷gu 坪ping 湾wan 岩yan 林lin 阳yang 禾he 田tian 石shi 城cheng 台tai 浦pu 峰feng 沙sha 港gang 原yuan 江jiang 山shan 潭tan 野ye 舟zhou 霞xia',
);

function parts(text: string): readonly DemoName[] {
  return text.split(' ').map((part) => ({ zh: part.slice(0, 1), key: part.slice(1) }));
}

/** How many different place names there are. */
export const placeNameCount = first.length * second.length;

/** The n-th place name without its mark; numbers that follow one another look unrelated. */
export function placeName(n: number): DemoName {
  const k = (n * 389 + 17) % placeNameCount;
  const a = first[k % first.length];
  const b = second[Math.floor(k / first.length)];
  return { zh: `${a?.zh}${b?.zh}`, key: `${a?.key} ${b?.key}` };
}

export function marked(name: DemoName): DemoName {
  return { zh: mark + name.zh, key: `${markKey} ${name.key}` };
}

export function joined(...names: readonly DemoName[]): DemoName {
  return { zh: names.map((n) => n.zh).join(''), key: names.map((n) => n.key).join(' ') };
}

/** English form of a place name's key. */
export function capitalised(key: string): string {
  const word = key.replaceAll(' ', '');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const words = {
  province: { zh: '省', key: 'sheng' },
  city: { zh: '市', key: 'shi' },
  county: { zh: '县', key: 'xian' },
  district: { zh: '区', key: 'qu' },
  subdistrict: { zh: '街道', key: 'jie dao' },
  town: { zh: '镇', key: 'zhen' },
  township: { zh: '乡', key: 'xiang' },
  kindergarten: { zh: '幼儿园', key: 'you er yuan' },
  primary: { zh: '小学', key: 'xiao xue' },
  central: { zh: '中心', key: 'zhong xin' },
  junior: { zh: '初级中学', key: 'chu ji zhong xue' },
  nineYear: { zh: '九年一贯制学校', key: 'jiu nian yi guan zhi xue xiao' },
  twelveYear: { zh: '十二年一贯制学校', key: 'shi er nian yi guan zhi xue xiao' },
  secondary: { zh: '中学', key: 'zhong xue' },
  senior: { zh: '高级中学', key: 'gao ji zhong xue' },
  special: { zh: '特殊教育学校', key: 'te shu jiao yu xue xiao' },
  vocational: { zh: '职业学校', key: 'zhi ye xue xiao' },
  point: { zh: '教学点', key: 'jiao xue dian' },
  mainCampus: { zh: '本部', key: 'ben bu' },
  campus: { zh: '校区', key: 'xiao qu' },
} as const satisfies Record<string, DemoName>;

const digits = ['一yi', '二er', '三san', '四si', '五wu', '六liu', '七qi', '八ba', '九jiu'];

/** 第一, 第二 … 第九十九. */
export function ordinal(n: number): DemoName {
  const digit = (d: number): DemoName => {
    const text = digits[d - 1] ?? '';
    return { zh: text.slice(0, 1), key: text.slice(1) };
  };
  const ten: DemoName = { zh: '十', key: 'shi' };
  const tens = Math.floor(n / 10);
  const number = [
    ...(tens > 1 ? [digit(tens)] : []),
    ...(tens > 0 ? [ten] : []),
    ...(n % 10 > 0 ? [digit(n % 10)] : []),
  ];
  return joined({ zh: '第', key: 'di' }, ...number);
}
