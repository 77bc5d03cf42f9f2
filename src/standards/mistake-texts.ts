import type { Words } from './words.ts';

/** What a message needs to name; every field is optional, a text that needs one names it. */
export interface MistakeDetail {
  readonly name?: string;
  readonly other?: string;
  readonly suggestion?: string | null;
  readonly list?: readonly string[];
}

interface MistakeText {
  readonly message: Words;
  readonly remedy: Words | null;
}

const say = (zh: string, en: string, remedy: Words | null = null): MistakeText => ({ message: { zh, en }, remedy });

const perhaps = (detail: MistakeDetail): Words | null =>
  detail.suggestion
    ? { zh: `是否想写“${detail.suggestion}”？`, en: `Did you mean "${detail.suggestion}"?` }
    : detail.list && detail.list.length > 0
      ? { zh: `可用的有：${detail.list.join('、')}。`, en: `Known: ${detail.list.join(', ')}.` }
      : null;

/** Every mistake that a standard or dictionary file can hold, by its stable code. */
export const mistakeTexts = {
  // --- the file ---
  'yaml-syntax': (d) => say(`不是有效的 YAML：${d.other}`, `This is not valid YAML: ${d.other}`),
  'not-a-map': (d) => say(`“${d.name}”应当是“键: 值”的形式`, `"${d.name}" must be a map of "key: value" lines`),
  'not-a-list': (d) => say(`“${d.name}”应当是列表`, `"${d.name}" must be a list`),
  'missing-key': (d) =>
    say(`缺少“${d.name}”`, `"${d.name}" is missing`, {
      zh: `请在此处加上“${d.name}:”。`,
      en: `Add "${d.name}:" here.`,
    }),
  'unknown-key': (d) => say(`不认识的键“${d.name}”`, `"${d.name}" is not a known key here`, perhaps(d)),
  'wrong-type': (d) => say(`“${d.name}”应当是${d.other}`, `"${d.name}" must be ${d.suggestion}`),
  'unknown-choice': (d) =>
    say(`“${d.other}”不是“${d.name}”的可选值`, `"${d.other}" is not a possible value of "${d.name}"`, perhaps(d)),
  'bad-identifier': (d) =>
    say(`“${d.name}”不能作为编号`, `"${d.name}" cannot be an identifier`, {
      zh: '编号以字母开头，只用字母、数字和连字符。',
      en: 'An identifier starts with a letter and has letters, digits and hyphens only.',
    }),
  'duplicate-id': (d) => say(`编号“${d.name}”用了两次`, `The identifier "${d.name}" is used twice`),
  'bad-date': (d) =>
    say(`“${d.name}”不是日期`, `"${d.name}" is not a date`, {
      zh: "请写成 '2026-09-01'。",
      en: "Write it as '2026-09-01'.",
    }),
  'empty-period': (d) => say(`有效期的结束早于开始（${d.name}）`, `The validity ends before it begins (${d.name})`),
  'overlapping-validity': (d) =>
    say(`有效期与另一条重叠：${d.name} 与 ${d.other}`, `The validity overlaps with another: ${d.name} and ${d.other}`, {
      zh: '给较早的一条加上 validTo。',
      en: 'Give the earlier one a validTo.',
    }),
  'missing-source': (d) =>
    say(`没有写明来源文件（${d.name}）`, `No source document is named (${d.name})`, {
      zh: '写明文件、条款和可信程度。',
      en: 'Name the document, the clause and the confidence.',
    }),
  // --- the standard ---
  'unknown-part': (d) => say(`没有名为“${d.name}”的部分`, `There is no part "${d.name}"`, perhaps(d)),
  'unknown-indicator': (d) => say(`没有编号为“${d.name}”的指标`, `There is no indicator "${d.name}"`, perhaps(d)),
  'unknown-rule': (d) => say(`没有编号为“${d.name}”的规则`, `There is no rule "${d.name}"`, perhaps(d)),
  'stage-without-formula': (d) =>
    say(
      `“${d.name}”没有学段“${d.other}”，却给了它标准值`,
      `"${d.name}" gives a line for the stage "${d.other}", which it does not cover`,
      perhaps(d),
    ),
  'stage-without-threshold': (d) =>
    say(`“${d.name}”的学段“${d.other}”没有标准值`, `"${d.name}" has no line for the stage "${d.other}"`),
  'stage-outside-standard': (d) =>
    say(`学段“${d.name}”不在本标准的学段之内`, `The stage "${d.name}" is not a stage of this standard`, perhaps(d)),
  'wrong-scope': (d) =>
    say(`“${d.name}”不是按学校和学段计算的指标`, `"${d.name}" is not an indicator of school and stage`),
  'bad-count': (d) => say(`“${d.name}”应在 ${d.other} 之间`, `"${d.name}" must lie within ${d.other}`),
  'yes-or-no-item': (d) =>
    say(
      `“${d.name}”只用于填数的条目；没有标准值的条目答“是”或“否”`,
      `"${d.name}" belongs to items that are answered by a number; an item without a line is answered by yes or no`,
      perhaps(d),
    ),
  'name-taken': (d) =>
    say(`“${d.name}”已经是指标量或属性的名称`, `"${d.name}" is already the name of a measure or attribute`, {
      zh: '请换一个参数名。',
      en: 'Choose another name for the parameter.',
    }),
  'unknown-standard': (d) =>
    say(`没有可供覆盖的标准“${d.name}”`, `There is no standard "${d.name}" to override`, perhaps(d)),
  'loosening-override': (d) =>
    say(`“${d.name}”比上级标准宽松：${d.other}`, `"${d.name}" is looser than the higher standard: ${d.other}`, {
      zh: '下级只能从严，不能放宽。',
      en: 'A lower level may tighten and never loosen.',
    }),
  'area-not-below': (d) =>
    say(`地区“${d.name}”不在“${d.other}”之下`, `The area "${d.name}" does not lie below "${d.other}"`),
  'override-outside-validity': (d) =>
    say(
      `覆盖的有效期超出所覆盖标准的有效期：${d.name}`,
      `The override is valid outside the standard it overrides: ${d.name}`,
    ),
  // --- instruments ---
  'asked-later': (d) =>
    say(`“${d.name}”在此之后才问`, `"${d.name}" is asked only after this`, {
      zh: '条件只能用到前面的题目，请调整顺序。',
      en: 'A condition can only use earlier items; change the order.',
    }),
  'no-options': (d) => say(`“${d.name}”没有可选项`, `"${d.name}" has nothing to choose from`),
  'no-items': (d) => say(`“${d.name}”没有题目`, `"${d.name}" has no items`),
  'unknown-item': (d) =>
    say(`没有编号为“${d.name}”的题目或部分`, `There is no item or section "${d.name}"`, perhaps(d)),
  'not-scored': (d) =>
    say(`“${d.name}”没有分值，不能计入得分`, `"${d.name}" has no points and cannot enter a score`, {
      zh: '只有是否题、带分值的选项、等级和数可以计分。',
      en: 'Only yes-or-no, options with points, levels and numbers can be scored.',
    }),
  'unordered-bands': (d) =>
    say(`“${d.name}”的分档没有从低到高排列`, `The bands of "${d.name}" do not rise from low to high`),
  'unknown-scale': (d) => say(`没有名为“${d.name}”的等级表`, `There is no scale "${d.name}"`, perhaps(d)),
  'bad-share': (d) => say(`“${d.name}”应当在 0 与 1 之间`, `"${d.name}" must lie between 0 and 1`),
  // --- formulas ---
  'formula-empty': () => say('公式是空的', 'The formula is empty'),
  'formula-too-long': (d) => say(`公式太长（最多 ${d.other}）`, `The formula is too long (at most ${d.other})`),
  'formula-too-deep': () =>
    say('公式嵌套太深', 'The formula is nested too deeply', {
      zh: '请把它拆成几个指标。',
      en: 'Split it into several indicators.',
    }),
  'unexpected-character': (d) =>
    say(`这里不能有字符“${d.name}”`, `The character "${d.name}" cannot stand here`, perhaps(d)),
  'unterminated-text': () => say('文字缺少后引号', 'The text has no closing quote'),
  'unexpected-token': (d) =>
    say(`此处应为${d.other}，却是“${d.name}”`, `Expected ${d.suggestion} here, found "${d.name}"`),
  'unexpected-end': (d) =>
    say(`公式到此中断，还应有${d.other}`, `The formula ends here, but ${d.suggestion} should follow`),
  'unknown-name': (d) =>
    say(
      `没有名为“${d.name}”的指标量、属性或参数`,
      `There is no measure, attribute or parameter "${d.name}"`,
      perhaps(d),
    ),
  'cell-outside-form': (d) =>
    say(`这里不能写单元格“${d.name}”`, `The cell "${d.name}" cannot be named here`, {
      zh: '单元格只能写在报表的校验里；标准里请用指标量。',
      en: 'Cells are for the checks of forms; a standard names measures.',
    }),
  'unknown-function': (d) => say(`没有名为“${d.name}”的函数`, `There is no function "${d.name}"`, perhaps(d)),
  'unknown-stage': (d) => say(`没有名为“${d.name}”的学段`, `There is no stage "${d.name}"`, perhaps(d)),
  'unknown-unit': (d) => say(`不认识的单位“${d.name}”`, `"${d.name}" is not a known unit`, perhaps(d)),
  'unknown-value': (d) =>
    say(`“${d.name}”没有取值“${d.other}”`, `"${d.name}" never has the value "${d.other}"`, perhaps(d)),
  'stage-needed': (d) =>
    say(`“${d.name}”按学段填报，这里要说明学段`, `"${d.name}" is reported by stage; say which stage is meant`, {
      zh: `写“${d.name}@${d.other}”，或“sumOfStages(${d.name})”。`,
      en: `Write "${d.name}@${d.other}", or "sumOfStages(${d.name})".`,
    }),
  'stage-not-reported': (d) =>
    say(`“${d.name}”不按学段“${d.other}”填报`, `"${d.name}" is not reported for the stage "${d.other}"`, perhaps(d)),
  'whole-in-stage': (d) =>
    say(
      `“${d.name}”是全校的数，不能按学段使用`,
      `"${d.name}" is a number of the whole school and has no part for a stage`,
      {
        zh: `要用全校的数，请写“${d.name}@all”。`,
        en: `To use the number of the whole school, write "${d.name}@all".`,
      },
    ),
  'unit-measure-in-area': (d) =>
    say(
      `“${d.name}”由学校填报，在地区指标里要先汇总`,
      `"${d.name}" is reported by schools; an area indicator must add it up first`,
      {
        zh: `例如“sum(${d.name})”。`,
        en: `For example "sum(${d.name})".`,
      },
    ),
  'attribute-in-area': (d) =>
    say(
      `“${d.name}”是学校的属性，只能用在汇总之内`,
      `"${d.name}" is an attribute of a school and can only stand inside an aggregate`,
    ),
  'aggregate-in-school': (d) =>
    say(`“${d.name}”只能用在地区指标里`, `"${d.name}" can only be used in an area indicator`, perhaps(d)),
  'nested-aggregate': (d) =>
    say(`“${d.name}”不能套在另一个汇总里`, `"${d.name}" cannot stand inside another aggregate`),
  'stages-mixed': (d) =>
    say(`“${d.name}”之内用了不同学段的数`, `"${d.name}" mixes numbers of different stages`, {
      zh: '请改用 sumOfStages，或分成两个汇总相加。',
      en: 'Use sumOfStages, or add two aggregates.',
    }),
  'where-not-allowed': (d) => say(`“${d.name}”不能带 where`, `"${d.name}" takes no "where"`),
  'wrong-argument-count': (d) => say(`“${d.name}”需要 ${d.other} 个参数`, `"${d.name}" takes ${d.other} argument(s)`),
  'measure-expected': (d) =>
    say(`“${d.name}”的参数应是按学段填报的指标量`, `"${d.name}" takes a measure that is reported by stage`),
  'type-mismatch': (d) => say(`这里应当是${d.other}`, `This must be ${d.suggestion}`),
  'unit-mismatch': (d) =>
    say(`单位不一致：${d.name} 与 ${d.other}`, `The units do not agree: ${d.name} and ${d.other}`, {
      zh: '若要换算，请给数字注明单位，例如 12[class/room]。',
      en: 'To convert, give a number its unit, e.g. 12[class/room].',
    }),
  // --- checks between forms ---
  'unknown-input': (d) => say(`没有名为“${d.name}”的输入项`, `There is no input "${d.name}"`, perhaps(d)),
  'unused-input': (d) =>
    say(`输入项“${d.name}”没有被任何校验用到`, `No check uses the input "${d.name}"`, {
      zh: '请删去，或在 holds、when 里用上它。',
      en: 'Remove it, or name it in holds or when.',
    }),
  'mixed-inputs': (d) =>
    say(`输入项“${d.name}”与校验的范围（of）不一致`, `The input "${d.name}" is not taken over what the check is of`, {
      zh: '县级校验的输入项写 over: county，其余的不写。',
      en: 'The inputs of a check of: county have over: county, the others do not.',
    }),
  'bad-pattern': (d) => say(`“${d.name}”不是正则表达式`, `"${d.name}" is not a regular expression`),
} satisfies Record<string, (detail: MistakeDetail) => MistakeText>;

export type MistakeCode = keyof typeof mistakeTexts;
