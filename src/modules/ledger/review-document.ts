import type { Block, OfficialDocument } from '#engines/documents';
import type { MonthlyReview } from './contract.ts';

const words = {
  zh: {
    title: (area: string, month: string) => `${area}办学条件台账${month}调度材料`,
    moved: '本月变动',
    movedText: (m: MonthlyReview['moved']) =>
      `新增台账 ${m.opened} 条，销号 ${m.closed} 条，回落重开 ${m.reopened} 条，随项目验收 ${m.accepted} 条，支付资金 ${yuan(m.paidFen)} 元。`,
    light: (light: string, rule: string) => `全域为${light}灯：${rule}。`,
    lights: { red: '红', yellow: '黄', green: '绿' },
    areas: '各地情况',
    area: '地区',
    lightHeader: '红黄绿',
    open: '未销号',
    overdue: '逾期',
    opened: '新增',
    closed: '销号',
    reopened: '回落',
    slipped: (n: number) => `逾期台账（共 ${n} 条）`,
    school: '学校',
    item: '项目',
    owner: '责任',
    due: '期限',
    late: '逾期的项目节点',
    project: '项目',
    milestone: '节点',
    whole: '整体完工',
    owes: '责任单位',
    cost: '所需资金（元）',
    none: '无。',
    money: (p: MonthlyReview['projects']) =>
      `项目 ${p.projects} 个，资金 ${yuan(p.fundsFen)} 元，已付 ${yuan(p.paidFen)} 元；${p.lines} 条台账中 ${p.linesClosed} 条已由数据销号${p.fenPerClosed === null ? '' : `，每销一条平均支付 ${yuan(p.fenPerClosed)} 元`}。`,
    moneyHeading: '项目与资金',
    note: '销号只看下一次测量的数据。红黄绿规则和单价为假设值，以当地规定为准。',
  },
  en: {
    title: (area: string, month: string) => `${area}: review of the ledger of conditions, ${month}`,
    moved: 'What moved this month',
    movedText: (m: MonthlyReview['moved']) =>
      `${m.opened} lines opened, ${m.closed} closed, ${m.reopened} reopened, ${m.accepted} accepted with their projects; ${yuan(m.paidFen)} yuan paid.`,
    light: (light: string, rule: string) => `The area is ${light}: ${rule}.`,
    lights: { red: 'red', yellow: 'yellow', green: 'green' },
    areas: 'Area by area',
    area: 'Area',
    lightHeader: 'Light',
    open: 'Open',
    overdue: 'Overdue',
    opened: 'Opened',
    closed: 'Closed',
    reopened: 'Reopened',
    slipped: (n: number) => `What slipped (${n} lines)`,
    school: 'School',
    item: 'Item',
    owner: 'Owner',
    due: 'Due',
    late: 'Late milestones',
    project: 'Project',
    milestone: 'Milestone',
    whole: 'the whole',
    owes: 'Who owes',
    cost: 'Money needed (yuan)',
    none: 'None.',
    money: (p: MonthlyReview['projects']) =>
      `${p.projects} projects with ${yuan(p.fundsFen)} yuan, ${yuan(p.paidFen)} yuan paid; the figures closed ${p.linesClosed} of ${p.lines} lines${p.fenPerClosed === null ? '' : `, ${yuan(p.fenPerClosed)} yuan for each`}.`,
    moneyHeading: 'Projects and money',
    note: 'Only the next measurement closes a line. The rules of the lights and the prices are assumed; local ones hold.',
  },
} as const;

function yuan(fen: number): string {
  return (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

const column = (header: string, weight: number, align: 'left' | 'center' | 'right' = 'left') => ({
  header,
  weight,
  align,
});

/** The monthly review as an official document, from the very answer of the page. */
export function reviewDocument(review: MonthlyReview, language: 'zh' | 'en'): OfficialDocument {
  const say = words[language];
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const table = (
    caption: string,
    columns: ReturnType<typeof column>[],
    rows: readonly (readonly (string | number)[])[],
  ): Block =>
    rows.length === 0
      ? paragraph(say.none)
      : { kind: 'table', caption, columns, rows: rows.map((row) => row.map(String)) };
  const slipped = say.slipped(review.slippedTotal);
  return {
    language,
    title: say.title(review.area.name, review.month),
    body: [
      paragraph(say.light(say.lights[review.lit.light], review.lit.rule[language])),
      heading(say.moved),
      paragraph(say.movedText(review.moved)),
      ...(review.areas.length === 0
        ? []
        : [
            heading(say.areas),
            table(
              say.areas,
              [
                column(say.area, 4),
                column(say.lightHeader, 2, 'center'),
                ...[say.open, say.overdue, say.opened, say.closed, say.reopened].map((one) => column(one, 2, 'right')),
              ],
              review.areas.map((row) => [
                row.area.name,
                say.lights[row.lit.light],
                row.open,
                row.overdue,
                row.opened,
                row.closed,
                row.reopened,
              ]),
            ),
          ]),
      heading(slipped),
      table(
        slipped,
        [column(say.school, 4), column(say.item, 4), column(say.owner, 3), column(say.due, 2, 'center')],
        review.slipped.map((row) => [row.name, row.title[language], row.owner[language], row.dueOn]),
      ),
      heading(say.late),
      table(
        say.late,
        [column(say.project, 5), column(say.milestone, 3), column(say.due, 2, 'center')],
        review.late.map((row) => [row.title, row.what ?? say.whole, row.dueOn]),
      ),
      heading(say.owes),
      table(
        say.owes,
        [
          column(say.owner, 4),
          column(say.open, 2, 'right'),
          column(say.overdue, 2, 'right'),
          column(say.cost, 3, 'right'),
        ],
        review.owes.map((row) => [row.owner[language], row.open, row.overdue, yuan(row.costFen)]),
      ),
      heading(say.moneyHeading),
      paragraph(say.money(review.projects)),
      paragraph(say.note),
    ],
  };
}
