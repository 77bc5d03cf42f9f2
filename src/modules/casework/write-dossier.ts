import {
  type Block,
  type DocumentTable,
  type OfficialDocument,
  type OfficialFile,
  type OfficialFormat,
  writeOfficialFile,
} from '#engines/documents';
import type { CaseDetail, ShownField } from './contract.ts';
import { type DossierWords, dossierWords } from './dossier-words.ts';

export interface DossierRequest {
  readonly language: 'zh' | 'en';
  readonly format: OfficialFormat;
  readonly areaName: string;
  readonly by: string;
  readonly at: Date;
}

/** The printed dossier: what the case is, where it stands, everything that was done, and its files. */
export function writeDossier(detail: CaseDetail, request: DossierRequest): Promise<OfficialFile> {
  const { format, at } = request;
  return writeOfficialFile(dossierOf(detail, request), { name: detail.title, format, at });
}

function dossierOf(detail: CaseDetail, { language, areaName, by, at }: DossierRequest): OfficialDocument {
  const words = dossierWords[language];
  const files = detail.history.flatMap((entry) => entry.files.map((file) => ({ entry, file })));
  const body: Block[] = [
    { kind: 'heading', level: 1, text: words.subject },
    pairs(words.subject, words, [
      [words.kind, `${detail.kindTitle[language]}（${words.edition(detail.version)}）`],
      [words.area, areaName],
      ...(detail.unitName === null ? [] : [[words.unit, detail.unitName] as const]),
      [words.state, detail.stateTitle[language]],
      [words.openedBy, `${detail.openedBy} ${chinaMinute(detail.openedAt)}`],
      [words.due, dueText(detail, words)],
      ...detail.fields.map((field) => [field.title[language], valueText(field, language)] as const),
    ]),
    { kind: 'heading', level: 1, text: words.history },
    {
      kind: 'table',
      caption: words.history,
      columns: [
        { header: words.number, weight: 1, align: 'center' },
        { header: words.time, weight: 3, align: 'left' },
        { header: words.by, weight: 2, align: 'left' },
        { header: words.action, weight: 2, align: 'left' },
        { header: words.content, weight: 6, align: 'left' },
      ],
      rows: detail.history.map((entry) => [
        String(entry.seq),
        chinaMinute(entry.at),
        entry.by,
        entry.title[language],
        [entry.comment, ...entry.fields.map((field) => `${field.title[language]}：${valueText(field, language)}`)]
          .filter((text) => text !== '')
          .join('；'),
      ]),
    },
    { kind: 'heading', level: 1, text: words.files },
    files.length === 0
      ? { kind: 'paragraph', text: words.noFiles }
      : {
          kind: 'table',
          caption: words.files,
          columns: [
            { header: words.number, weight: 1, align: 'center' },
            { header: words.name, weight: 5, align: 'left' },
            { header: words.action, weight: 3, align: 'left' },
            { header: words.mark, weight: 5, align: 'left' },
          ],
          rows: files.map(({ entry, file }, index) => [
            String(index + 1),
            file.name,
            `${entry.seq} ${entry.title[language]}`,
            file.file,
          ]),
        },
    { kind: 'paragraph', text: words.printed(by, chinaMinute(at.toISOString()), detail.case) },
  ];
  return { language, title: detail.title, subtitle: words.subtitle(detail.kindTitle[language]), body };
}

function pairs(caption: string, words: DossierWords, rows: readonly (readonly [string, string])[]): DocumentTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: words.item, weight: 1, align: 'left' },
      { header: words.content, weight: 3, align: 'left' },
    ],
    rows,
  };
}

function dueText({ dueOn, dueMissingYears }: CaseDetail, words: DossierWords): string {
  if (dueOn === null) return words.noDue;
  return dueMissingYears.length === 0 ? dueOn : `${dueOn}（${words.missingYears(dueMissingYears.join('、'))}）`;
}

function valueText({ as, value, shown }: ShownField, language: 'zh' | 'en'): string {
  if (shown !== null) return shown[language];
  if (as === 'money' && typeof value === 'number') return dossierWords[language].yuan((value / 100).toFixed(2));
  if (as === 'yesNo') return dossierWords[language].yesNo(value === true);
  if (as === 'own') return dossierWords[language].entries(Array.isArray(value) ? value.length : 1);
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function chinaMinute(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
