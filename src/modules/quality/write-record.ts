import {
  type Block,
  type OfficialDocument,
  type OfficialFile,
  type OfficialFormat,
  writeOfficialFile,
} from '#engines/documents';
import type { EvaluationView } from './contract.ts';
import { recordWords } from './record-words.ts';

type Language = 'zh' | 'en';

/** The record of one school's evaluation, in official style. */
export function writeRecord(
  view: EvaluationView,
  { format, language }: { readonly format: OfficialFormat; readonly language: Language },
  on: string,
  at: Date,
): Promise<OfficialFile> {
  const document = recordDocument(view, language, on);
  return writeOfficialFile(document, { name: document.title, format, at });
}

/** The record as a description that every format writes alike. Pure. */
export function recordDocument(view: EvaluationView, language: Language, on: string): OfficialDocument {
  const words = recordWords[language];
  const { round, head } = view;
  const answerText = (
    options: EvaluationView['sections'][number]['items'][number]['options'],
    value: unknown,
  ): string => {
    if (value === null) return words.none;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    const chosen = (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === 'object' ? JSON.stringify(one) : String(one),
    );
    return chosen.map((id) => options.find((option) => option.id === id)?.words[language] ?? id).join('、');
  };
  const percent = (value: number | null, how: string): string =>
    value === null ? words.none : how === 'share' ? `${(value * 100).toFixed(1)}%` : String(value);
  const items: Block = {
    kind: 'table',
    caption: words.comparison,
    columns: [
      { header: words.item, weight: 4, align: 'left' },
      { header: words.self, weight: 2, align: 'center' },
      { header: words.external, weight: 2, align: 'center' },
      { header: words.before, weight: 2, align: 'center' },
      { header: words.gap, weight: 1, align: 'right' },
    ],
    rows: view.sections.flatMap((section) =>
      section.items.map(({ words: name, options, self, external, before, gap }) => [
        `${section.words[language]}：${name[language]}`,
        answerText(options, self),
        answerText(options, external),
        answerText(options, before),
        gap === null ? words.none : gap > 0 ? `+${gap}` : String(gap),
      ]),
    ),
    note: words.gapNote,
  };
  const scores: Block = {
    kind: 'table',
    caption: words.scores,
    columns: [
      { header: words.score, weight: 4, align: 'left' },
      { header: words.self, weight: 2, align: 'right' },
      { header: words.external, weight: 2, align: 'right' },
      { header: words.before, weight: 2, align: 'right' },
    ],
    rows: view.scores.map(({ words: name, how, self, external, before }) => [
      name[language],
      percent(self, how),
      percent(external, how),
      percent(before, how),
    ]),
    note: words.scoresNote,
  };
  const rectification: readonly Block[] =
    view.demands === null
      ? [{ kind: 'paragraph', text: words.nothingToMend }]
      : [
          { kind: 'paragraph', text: `${words.demands}${view.demands}` },
          { kind: 'paragraph', text: `${words.rectifyBy}${view.rectifyBy ?? words.none}` },
          ...(view.done === null ? [] : [{ kind: 'paragraph', text: `${words.done}${view.done}` } as const]),
        ];
  return {
    language,
    title: words.title(head.name),
    subtitle: `${round.title} · ${round.instrumentName[language]} · ${words.states[head.state as keyof typeof words.states] ?? head.state}`,
    body: [
      { kind: 'heading', level: 1, text: words.comparison },
      items,
      { kind: 'heading', level: 1, text: words.scores },
      scores,
      { kind: 'heading', level: 1, text: words.rectification },
      ...rectification,
    ],
    signature: { organization: round.areaName, on },
  };
}
