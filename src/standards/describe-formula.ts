import { attributes } from './attributes.ts';
import type { ParameterDefinition } from './definition.ts';
import type { Dictionary } from './dictionary.ts';
import type { Expression } from './expression.ts';
import {
  aggregateWords,
  functionWords,
  isAggregateName,
  isFunctionName,
  isStageFunctionName,
  stageFunctionWords,
} from './functions.ts';
import { parseExpression } from './parse-expression.ts';
import type { Words } from './words.ts';

type Language = keyof Words;

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

export const stageWords: Readonly<Record<string, Words>> = {
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior' },
  senior: { zh: '高中', en: 'senior' },
  special: { zh: '特教', en: 'special' },
  all: { zh: '全校', en: 'whole school' },
};

const valueWords: Readonly<Record<string, Words>> = {
  '': { zh: '空白', en: 'blank' },
  school: { zh: '学校', en: 'school' },
  campus: { zh: '校区', en: 'campus' },
  'teaching-point': { zh: '教学点', en: 'teaching point' },
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  primary: { zh: '小学', en: 'primary school' },
  junior: { zh: '初级中学', en: 'junior school' },
  'nine-year': { zh: '九年一贯制学校', en: 'nine-year school' },
  'complete-secondary': { zh: '完全中学', en: 'complete secondary school' },
  senior: { zh: '高级中学', en: 'senior school' },
  'twelve-year': { zh: '十二年一贯制学校', en: 'twelve-year school' },
  special: { zh: '特殊教育学校', en: 'special-education school' },
  vocational: { zh: '职业学校', en: 'vocational school' },
  public: { zh: '公办', en: 'public' },
  'inclusive-private': { zh: '普惠性民办', en: 'inclusive private' },
  private: { zh: '民办', en: 'private' },
  urban: { zh: '城区', en: 'urban' },
  town: { zh: '镇区', en: 'town' },
  rural: { zh: '乡村', en: 'rural' },
};

/**
 * A formula in plain words, for screens: `100 * peArtsTeachers / students` → `100 × 体育、艺术专任教师数 ÷ 在校生数`.
 *
 * @param parameters what the names mean that are no measures or attributes. A formula that cannot be read comes back as it is.
 */
export const describeFormula = (
  formula: string,
  dictionary: Dictionary,
  parameters: readonly Pick<ParameterDefinition, 'id' | 'words'>[] = [],
): Words => {
  const parsed = parseExpression(formula);
  if (!parsed.ok) return { zh: formula, en: formula };
  const names = new Map<string, Words>();
  for (const measure of dictionary.measures.values()) names.set(measure.id, measure.words);
  for (const attribute of attributes) names.set(attribute.id, attribute.words);
  for (const parameter of parameters) names.set(parameter.id, parameter.words);
  return { zh: describe(parsed.expression, names, 'zh', 0), en: describe(parsed.expression, names, 'en', 0) };
};

const enclose = (text: string, language: Language, needed: boolean): string =>
  needed ? (language === 'zh' ? `（${text}）` : `(${text})`) : text;

/** `power` is how tightly the surrounding operator binds; a looser one inside gets brackets. */
const describe = (node: Expression, names: ReadonlyMap<string, Words>, language: Language, power: number): string => {
  const inner = (child: Expression, own = 0): string => describe(child, names, language, own);
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'text':
      return valueWords[node.value]?.[language] ?? node.value;
    case 'boolean':
      return node.value ? say('是', 'yes') : say('否', 'no');
    case 'name': {
      const words = names.get(node.name)?.[language] ?? node.name;
      const stage = node.stage ? stageWords[node.stage.text]?.[language] : undefined;
      return stage ? say(`${stage}${words}`, `${words} (${stage})`) : words;
    }
    case 'negate':
      return `−${inner(node.operand, 6)}`;
    case 'not':
      return say(`不满足“${inner(node.operand)}”`, `not (${inner(node.operand)})`);
    case 'arithmetic': {
      const own = node.operator === '+' || node.operator === '-' ? 4 : 5;
      const right = inner(node.right, node.operator === '-' || node.operator === '/' ? own + 1 : own);
      return enclose(`${inner(node.left, own)} ${signs[node.operator]} ${right}`, language, own < power);
    }
    case 'comparison':
      return enclose(`${inner(node.left, 3)} ${signs[node.operator]} ${inner(node.right, 3)}`, language, 3 < power);
    case 'logical': {
      const own = node.operator === 'and' ? 2 : 1;
      const word = node.operator === 'and' ? say('且', ' and ') : say('或', ' or ');
      return enclose(`${inner(node.left, own)}${word}${inner(node.right, own)}`, language, own < power);
    }
    case 'in': {
      const items = node.items.map((item) => inner(item)).join(say('、', ', '));
      return say(`${inner(node.operand)}为${items}之一`, `${inner(node.operand)} is one of ${items}`);
    }
    case 'if': {
      const [condition, then, otherwise] = [inner(node.condition), inner(node.consequent), inner(node.otherwise)];
      return enclose(
        say(`若${condition}则${then}，否则${otherwise}`, `if ${condition} then ${then}, otherwise ${otherwise}`),
        language,
        power > 0,
      );
    }
    case 'call': {
      const args = node.args.map((arg) => inner(arg)).join(say('、', ', '));
      const where = node.where ? say(`，仅${inner(node.where)}`, ` where ${inner(node.where)}`) : '';
      return say(`${callWords(node.name).zh}（${args}${where}）`, `${callWords(node.name).en} (${args}${where})`);
    }
  }
};

const callWords = (name: string): Words => {
  if (isFunctionName(name)) return functionWords[name];
  if (isStageFunctionName(name)) return stageFunctionWords[name];
  return isAggregateName(name) ? aggregateWords[name] : { zh: name, en: name };
};
