const collator = new Intl.Collator('zh-CN-u-co-pinyin');

// The first character, in pinyin order, of each initial letter; i, u and v begin no syllable.
const firstOfLetter: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拿'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '哇'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '匝'],
];

const known = new Map<string, string>();

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  let letter = '';
  for (const [candidate, first] of firstOfLetter) {
    if (collator.compare(character, first) < 0) break;
    letter = candidate;
  }
  known.set(character, letter);
  return letter;
}

/** Whether `letters` (such as "syxx") are consecutive pinyin initials in `name` (such as 实验小学). */
export function pinyinInitialsMatch(name: string, letters: string): boolean {
  if (!/^[a-z]+$/.test(letters)) return false;
  return Array.from(name, initialOf).join('').includes(letters);
}
