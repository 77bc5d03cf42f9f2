import { chinaDate } from '#core/calendar';
import { type OfficialDocument, type OfficialFile, type OfficialFormat, writeOfficialFile } from '#engines/documents';
import type { Roadmap, RoadmapRowShown } from './contract.ts';
import { standingWords } from './plan-words.ts';

/** The letter in which a county takes on its year of recognition: the year, what stands in the way today, who answers for it. */
export function writeResponsibilityLetter(
  roadmap: Roadmap,
  row: RoadmapRowShown,
  format: OfficialFormat,
  at: Date,
): Promise<OfficialFile> {
  const name = `${row.county.name}-责任书-${roadmap.standard.id}`;
  return writeOfficialFile(letter(roadmap, row, at), { name, format, at });
}

function letter(
  { standard }: Roadmap,
  { county, entry, failing, unknown, standing }: RoadmapRowShown,
  at: Date,
): OfficialDocument {
  const latest = failing.findLast(({ value }) => value !== null);
  const state =
    latest === undefined || latest.value === null
      ? '目前尚无可用于评估的数据。'
      : `${latest.year}学年对照该标准，尚有${latest.value}项未达到${unknown > 0 ? `，另有${unknown}项缺数据` : ''}；${standingWords[standing].zh}。`;
  return {
    language: 'zh',
    title: `${county.name}责任书`,
    subtitle: standard.name.zh,
    body: [
      { kind: 'heading', level: 1, text: '目标' },
      {
        kind: 'paragraph',
        text:
          entry === null
            ? '通过认定的年份：　　　　年（待填定）。'
            : `${county.name}于${entry.targetYear}年前通过“${standard.name.zh}”认定。${entry.document === '' ? '' : `依据：${entry.document}。`}`,
      },
      { kind: 'heading', level: 1, text: '现状' },
      { kind: 'paragraph', text: state },
      {
        kind: 'table',
        caption: '历年未达到的项数',
        columns: [
          { header: '学年', weight: 1, align: 'center' },
          { header: '未达到（项）', weight: 1, align: 'right' },
        ],
        rows: failing.map(({ year, value }) => [`${year}—${year + 1}`, value === null ? '未评估' : String(value)]),
      },
      { kind: 'heading', level: 1, text: '责任' },
      {
        kind: 'paragraph',
        text: `责任人：${entry === null || entry.responsible === '' ? '　　　　' : entry.responsible}。责任人对上述目标负责，按年度任务推进，每月报告进展；不能按期达到的，应说明原因并提出补救措施。`,
      },
    ],
    signature: { organization: `${county.name}人民政府（盖章）`, on: entry?.signedOn ?? chinaDate(at) },
  };
}
