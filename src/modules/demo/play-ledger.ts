import type { LedgerLine } from '#contracts/ledger';
import type { Principal } from '#core/access';
import type { Cases } from '#engines/cases';
import type { Ledger, Projects } from '#modules/ledger';

/** The services that write the history, and a clock that the history moves. */
export interface LedgerStage {
  readonly ledger: Ledger;
  readonly projects: Projects;
  readonly cases: Cases;
  readonly county: string;
  /** Keeps a document of this name as evidence. */
  readonly evidence: (by: Principal, name: string) => Promise<{ readonly file: string; readonly name: string }>;
  readonly setClock: (at: Date) => void;
}

/** What one project of the history takes, and how far it comes. */
interface Chapter {
  readonly title: string;
  readonly drawnUpOn: string;
  readonly finishOn: string;
  readonly most: number;
  readonly takes: (line: LedgerLine) => boolean;
  readonly funds: readonly { readonly source: string; readonly share: number }[];
  readonly upTo: 'draft' | 'submitted' | 'approved' | 'underway' | 'reported' | 'accepted';
}

const ofFamily =
  (...families: readonly string[]) =>
  (line: LedgerLine) =>
    families.includes(line.family.id);

/** Two school years of work on the demo county, in the order in which it happened. */
const firstYear: readonly Chapter[] = [
  {
    title: '2025年校舍安全与旱厕改造（虚构）',
    drawnUpOn: '2024-12-16',
    finishOn: '2025-08-25',
    most: 10,
    takes: ofFamily('safety', 'bottomLine'),
    funds: [
      { source: '中央薄弱环节改善与能力提升资金', share: 0.6 },
      { source: '县级财政', share: 0.4 },
    ],
    upTo: 'accepted',
  },
  {
    title: '2025年班班通设备更新（虚构）',
    drawnUpOn: '2025-01-06',
    finishOn: '2025-06-30',
    most: 8,
    takes: ofFamily('digital'),
    funds: [{ source: '县级财政', share: 1 }],
    upTo: 'accepted',
  },
];
const secondYear: readonly Chapter[] = [
  {
    title: '2026年教学仪器设备补充（虚构）',
    drawnUpOn: '2025-12-08',
    finishOn: '2026-08-20',
    most: 6,
    takes: ofFamily('equipment'),
    funds: [
      { source: '省级义务教育专项资金', share: 0.5 },
      { source: '县级财政', share: 0.5 },
    ],
    upTo: 'accepted',
  },
  {
    title: '2026年心理辅导室和资源教室建设（虚构）',
    drawnUpOn: '2026-01-12',
    finishOn: '2026-12-20',
    most: 6,
    takes: (line) => line.family.id === 'buildings' && ['B5', 'B6'].includes(line.indicator),
    funds: [{ source: '县级财政', share: 1 }],
    upTo: 'reported',
  },
];
const thirdYear: readonly Chapter[] = [
  {
    title: '2027年网络多媒体教室和班班通（虚构）',
    drawnUpOn: '2026-10-12',
    finishOn: '2027-06-30',
    most: 9,
    takes: ofFamily('digital'),
    funds: [{ source: '县级财政', share: 0.9 }],
    upTo: 'underway',
  },
  {
    title: '2027年运动场地改造（虚构）',
    drawnUpOn: '2026-10-19',
    finishOn: '2027-09-30',
    most: 4,
    takes: (line) => line.indicator === 'B2',
    funds: [{ source: '中央薄弱环节改善与能力提升资金', share: 0.8 }],
    upTo: 'approved',
  },
  {
    title: '2027年旱厕改造与饮水安全（虚构）',
    drawnUpOn: '2026-10-26',
    finishOn: '2027-03-31',
    most: 8,
    takes: ofFamily('bottomLine'),
    funds: [{ source: '县级财政', share: 1 }],
    upTo: 'submitted',
  },
  {
    title: '2027年音体美教师补充（虚构）',
    drawnUpOn: '2026-11-02',
    finishOn: '2027-09-01',
    most: 5,
    takes: (line) => line.indicator === 'T4',
    funds: [],
    upTo: 'draft',
  },
];

/**
 * Plays two years of work on the ledger of the demo county through the services themselves: figures, projects, money,
 * acceptance, and what the next figures said.
 */
export async function playLedger(stage: LedgerStage): Promise<void> {
  const { ledger, county, setClock } = stage;
  const years = [
    { year: 2024, on: '2024-11-18', chapters: firstYear },
    { year: 2025, on: '2025-11-17', chapters: secondYear },
    { year: 2026, on: '2026-10-08', chapters: thirdYear },
  ];
  for (const { year, on, chapters } of years) {
    setClock(morningOf(on));
    await ledger.measure(county, { principal: officerOf(county), at: morningOf(on) }, year);
    if (year === 2025) await putOff(stage);
    for (const chapter of chapters) await playChapter(stage, chapter);
  }
}

/** What was not done in the first year goes into the plan of the second, except the bottom line, which does not wait. */
async function putOff({ ledger, county }: LedgerStage): Promise<void> {
  const principal = officerOf(county);
  const { rows } = await ledger.lines(principal, county, { state: 'open', sort: 'due', limit: 2000 });
  for (const line of rows.filter(({ bottomLine, openedYear }) => !bottomLine && openedYear < 2025)) {
    const given = { dueOn: '2026-12-31', reason: '2025年未完成，转入2026年计划' };
    await ledger.assign({ principal, at: morningOf('2025-11-20') }, county, line.id, given);
  }
}

async function playChapter({ ledger, projects, cases, county, evidence, setClock }: LedgerStage, chapter: Chapter) {
  const officer = officerOf(county);
  const colleague = person(county, 'inspector', county);
  const superior = person(`${county.slice(0, 4)}00`, 'city-officer', `${county.slice(0, 4)}00`);
  setClock(morningOf(chapter.drawnUpOn));
  const { rows } = await ledger.lines(officer, county, { state: 'open', sort: 'due', limit: 2000 });
  const lines = rows
    .filter((line) => line.project === null && line.costFen !== null && line.costFen > 0 && chapter.takes(line))
    .slice(0, chapter.most);
  if (lines.length === 0) return;
  const costFen = lines.reduce((sum, line) => sum + (line.costFen ?? 0), 0);
  const year = Number(chapter.finishOn.slice(0, 4));
  const fundsFen = chapter.funds.map(({ share }) => Math.floor(costFen * share));
  const opened = await projects.open({ principal: officer, at: morningOf(chapter.drawnUpOn) }, county, {
    title: chapter.title,
    lines: lines.map(({ id }) => id),
    funds: chapter.funds.map(({ source }, i) => ({ source, year, amountFen: fundsFen[i] ?? 0 })),
    milestones: [
      { title: '完成招标采购', dueOn: dayAfter(chapter.drawnUpOn, 45) },
      { title: '到货或主体完工', dueOn: dayAfter(chapter.finishOn, -30) },
    ],
    finishOn: chapter.finishOn,
    overReason: '',
  });
  const ref = { county, id: opened.id };
  const total = fundsFen.reduce((sum, fen) => sum + fen, 0);
  const party = '虚构县建设服务中心';
  const steps: readonly [state: Chapter['upTo'], days: number, play: () => Promise<unknown>][] = [
    ['submitted', 3, () => cases.act(officer, ref, 'submit')],
    ['approved', 9, () => cases.act(superior, ref, 'approve', { comment: '同意立项' })],
    [
      'underway',
      30,
      async () => {
        const fields = {
          number: `HT-${chapter.drawnUpOn}`,
          party,
          amountFen: total,
          on: dayAfter(chapter.drawnUpOn, 30),
        };
        await cases.act(officer, ref, 'contract', { fields });
        await cases.act(officer, ref, 'start');
        const reached = { milestone: 1, on: dayAfter(chapter.drawnUpOn, 30) };
        await cases.act(officer, ref, 'milestone', {
          fields: reached,
          files: [await evidence(officer, '节点完成材料（虚构）.docx')],
        });
      },
    ],
    [
      'reported',
      150,
      async () => {
        const fields = {
          number: `PZ-${chapter.drawnUpOn}`,
          party,
          amountFen: Math.floor(total * 0.95),
          on: dayAfter(chapter.drawnUpOn, 150),
        };
        await cases.act(officer, ref, 'pay', { fields });
        const reached = { milestone: 2, on: dayAfter(chapter.drawnUpOn, 148) };
        await cases.act(officer, ref, 'milestone', {
          fields: reached,
          files: [await evidence(officer, '节点完成材料（虚构）.docx')],
        });
        await cases.act(officer, ref, 'complete', {
          files: [await evidence(officer, '竣工材料（虚构）.docx')],
          comment: '已全部完工',
        });
      },
    ],
    ['accepted', 165, () => cases.act(colleague, ref, 'accept', { comment: '现场核对，数量和质量合格' })],
  ];
  const order = ['draft', 'submitted', 'approved', 'underway', 'reported', 'accepted'];
  for (const [state, days, play] of steps) {
    if (order.indexOf(state) > order.indexOf(chapter.upTo)) return;
    setClock(morningOf(dayAfter(chapter.drawnUpOn, days)));
    await play();
  }
}

function officerOf(county: string): Principal {
  return person(county, 'county-officer', county);
}

/** The invented people whom one may also act as on a trial installation. */
function person(home: string, role: string, area: string): Principal {
  return { id: `demo-${home}-${role}`, name: '演示人员', kind: 'person', grants: [{ role, area }] };
}

function morningOf(day: string): Date {
  return new Date(`${day}T01:30:00Z`);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
