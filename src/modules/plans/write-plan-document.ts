import { chinaDate } from '#core/calendar';
import {
  type Block,
  type OfficialDocument,
  type OfficialFile,
  type OfficialFormat,
  writeOfficialFile,
} from '#engines/documents';
import type { PlanDetail, Target, Task } from './contract.ts';
import { numberOrBlank, standingWords } from './plan-words.ts';

/** A plan as the document that is sent out: targets with their clause and owner, tasks year by year. Blank numbers stay blank. */
export function writePlanDocument(plan: PlanDetail, format: OfficialFormat, at: Date): Promise<OfficialFile> {
  return writeOfficialFile(planDocument(plan, at), { name: `${plan.area.name}-${plan.title}`, format, at });
}

export function planDocument(plan: PlanDetail, at: Date): OfficialDocument {
  const years = [...new Set(plan.taskRows.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    language: 'zh',
    title: plan.title,
    subtitle: `（${plan.fromYear}—${plan.toYear}年）${plan.state === 'draft' ? '　草案' : ''}`,
    body: [
      { kind: 'heading', level: 1, text: '依据' },
      { kind: 'paragraph', text: basisOf(plan) },
      { kind: 'heading', level: 1, text: '目标' },
      targetTable(plan.targetRows),
      { kind: 'heading', level: 1, text: '年度任务' },
      ...(years.length === 0 ? [{ kind: 'paragraph' as const, text: '尚未分解年度任务。' }] : []),
      ...years.flatMap((year): Block[] => [
        { kind: 'heading', level: 2, text: `${year}年` },
        taskTable(plan.taskRows.filter((one) => one.year === year)),
      ]),
    ],
    signature: { organization: `${plan.unit?.name ?? plan.area.name}（盖章）`, on: chinaDate(at) },
  };
}

function basisOf({ basis, follows }: PlanDetail): string {
  const parts = [
    ...(basis === '' ? [] : [`依据${basis}制定。`]),
    ...(follows === null ? [] : [`承接${follows.area.name}《${follows.title}》，各项目标只能从严。`]),
  ];
  return parts.length === 0 ? '依据本地区实际制定。' : parts.join('');
}

function targetTable(targets: readonly Target[]): Block {
  return {
    kind: 'table',
    caption: '目标、现状与责任期限',
    columns: [
      { header: '条款', weight: 1, align: 'center' },
      { header: '目标', weight: 4, align: 'left' },
      { header: '要求', weight: 2, align: 'right' },
      { header: '现状', weight: 2, align: 'right' },
      { header: '期限', weight: 1.2, align: 'center' },
      { header: '进展', weight: 1.5, align: 'center' },
    ],
    rows: targets.map((one) => [
      one.clause.id,
      one.title,
      `${one.direction === 'atLeast' ? '≥' : '≤'} ${numberOrBlank(one.value, one)}`,
      numberOrBlank(one.readings.findLast(({ value }) => value !== null)?.value ?? null, one),
      `${one.dueYear}年`,
      standingWords[one.standing].zh,
    ]),
    note: '“　　”表示文件未写明数值，待本级填定。',
  };
}

function taskTable(tasks: readonly Task[]): Block {
  return {
    kind: 'table',
    caption: '任务分工',
    columns: [
      { header: '条款', weight: 1, align: 'center' },
      { header: '任务', weight: 4, align: 'left' },
      { header: '牵头部门', weight: 2, align: 'left' },
      { header: '配合部门', weight: 2, align: 'left' },
      { header: '完成时限', weight: 1.6, align: 'center' },
      { header: '佐证', weight: 2, align: 'left' },
    ],
    rows: tasks.map((one) => [
      one.clause.id,
      one.title,
      one.lead.name.zh,
      one.supporting.map(({ name }) => name.zh).join('、'),
      one.dueOn,
      one.evidence,
    ]),
  };
}
