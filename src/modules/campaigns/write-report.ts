import {
  type Block,
  type OfficialDocument,
  type OfficialFile,
  type OfficialFormat,
  writeOfficialFile,
} from '#engines/documents';
import type { CampaignDetail, VisitCounts } from './contract.ts';
import { reportWords } from './report-words.ts';

/** The report of a campaign as it stands on a day, in official style. */
export function writeReport(
  detail: CampaignDetail,
  { format, language }: { readonly format: OfficialFormat; readonly language: 'zh' | 'en' },
  on: string,
  at: Date,
): Promise<OfficialFile> {
  const document = reportDocument(detail, language, on);
  return writeOfficialFile(document, { name: document.title, format, at });
}

/** The report as a description that every format writes alike. Pure. */
export function reportDocument(detail: CampaignDetail, language: 'zh' | 'en', on: string): OfficialDocument {
  const words = reportWords[language];
  const all = figuresOf(detail.visits);
  const unfinished = detail.rows.filter(({ state }) => state === 'rectifying' || state === 'verifying');
  const orNothing = (rows: readonly unknown[], table: Block): Block =>
    rows.length === 0 ? { kind: 'paragraph', text: words.nothing } : table;
  return {
    language,
    title: words.title(detail.title),
    subtitle: [detail.instrument.name[language], detail.state === 'open' ? words.draft : ''].join(''),
    body: [
      { kind: 'heading', level: 1, text: words.overview },
      { kind: 'paragraph', text: words.basis(detail.basis, detail.fromOn, detail.untilOn) },
      {
        kind: 'paragraph',
        text: words.said(all.schools, all.visited, detail.visits.clean, all.found, detail.visits.mended),
      },
      { kind: 'heading', level: 1, text: words.byPlace },
      {
        kind: 'table',
        caption: words.byPlace,
        columns: [
          { header: words.place, weight: 3, align: 'left' },
          ...[words.schools, words.visited, words.found, words.mended].map(
            (header) => ({ header, weight: 1.5, align: 'right' }) as const,
          ),
        ],
        rows: detail.progress.map(({ area, visits }) => {
          const of = figuresOf(visits);
          return [
            area.name === '' ? words.unknown : area.name,
            ...[of.schools, of.visited, of.found, visits.mended].map(String),
          ];
        }),
      },
      { kind: 'heading', level: 1, text: words.problems },
      orNothing(detail.findings, {
        kind: 'table',
        caption: words.problems,
        columns: [
          { header: words.area, weight: 2, align: 'left' },
          { header: words.problem, weight: 4, align: 'left' },
          { header: words.schools, weight: 1, align: 'right' },
        ],
        rows: detail.findings.map(({ section, words: name, schools }) => [
          section[language],
          name[language],
          String(schools),
        ]),
      }),
      { kind: 'heading', level: 1, text: words.open },
      orNothing(unfinished, {
        kind: 'table',
        caption: words.open,
        columns: [
          { header: words.school, weight: 3, align: 'left' },
          { header: words.place, weight: 2, align: 'left' },
          { header: words.state, weight: 1.5, align: 'left' },
        ],
        rows: unfinished.map(({ name, place, state }) => [name, place, words.states[state]]),
      }),
      ...(detail.summary === ''
        ? []
        : ([
            { kind: 'heading', level: 1, text: words.summary },
            { kind: 'paragraph', text: detail.summary },
          ] as const)),
    ],
    signature: { organization: detail.area.name, on },
  };
}

function figuresOf({ planned, clean, rectifying, verifying, mended }: VisitCounts) {
  const found = rectifying + verifying + mended;
  return { schools: planned + clean + found, visited: clean + found, found };
}
