import { stringify } from 'yaml';
import type { LocalText } from '#core/locale';
import type { TableFile } from '#engines/sheets';
import type { Measure } from '#standards';
import { type ColumnDescription, describeTable, type SheetDescription } from './describe-columns.ts';
import { countyHints, fieldHints, measureHints, stageHints, stageWords, yearHints } from './guess-synonyms.ts';
import { matchKey } from './normalize-text.ts';
import { type ProfileContext, parseProfile } from './parse-profile.ts';
import { unitInHeader } from './unit-factor.ts';

/** A first draft of a profile, how sure it is, and what only a person can answer. */
export interface ProfileGuess {
  /** Id of a shipped profile that fits the file, where there is one. */
  readonly shipped: string | null;
  /** The draft as YAML; empty where a shipped profile fits. */
  readonly text: string;
  /** From 0 to 1: the share of what a profile needs that was found. */
  readonly confidence: number;
  readonly questions: readonly LocalText[];
  /** What each column was taken for; null where it is not used. */
  readonly columns: readonly { readonly header: string; readonly takenFor: string | null }[];
}

/**
 * Proposes a profile for a file from its headers and what stands under them.
 *
 * @example guessProfile(openTable(bytes, 'schools.csv'), { datasets, dictionary }).questions
 */
export function guessProfile(table: TableFile, context: ProfileContext): ProfileGuess {
  const shipped = shippedFor(table);
  const described = describeTable(table);
  if (shipped !== null || described === undefined) {
    return {
      shipped,
      text: '',
      confidence: shipped === null ? 0 : 1,
      questions: shipped === null ? [noTable] : [],
      columns: [],
    };
  }
  return new Guesser(described, context).guess();
}

const noTable: LocalText = {
  zh: '没有找到像表头的一行，请指明表头在第几行。',
  en: 'No row looks like a header; say in which row it stands.',
};

function shippedFor(table: TableFile): string | null {
  const names = table.sheets.map((sheet) => sheet.name);
  if (names.some((name) => name.startsWith('基础基'))) {
    return 'cn-base-returns-2018';
  }
  if (names.some((name) => /^教基\d/.test(name))) {
    return 'cn-base-returns-2021';
  }
  return names.includes('学校数据（分学段）') ? 'county-workbook' : null;
}

class Guesser {
  private readonly described: SheetDescription;
  private readonly context: ProfileContext;
  private readonly taken = new Map<string, string>();
  private readonly questions: LocalText[] = [];
  private readonly codes: Record<string, Record<string, string>> = {};

  constructor(described: SheetDescription, context: ProfileContext) {
    this.described = described;
    this.context = context;
  }

  guess(): ProfileGuess {
    const id = this.take('units.id', fieldHints.id ?? [], (column) => column.distinct > 0.02);
    const name = this.take('units.name', fieldHints.name ?? [], (column) => column.numeric < 0.2);
    const stage = this.stageColumn();
    const county = this.take('county', countyHints, () => true);
    const year = this.take(
      'schoolYear',
      yearHints,
      (column) => column.numeric > 0.5 || /\d{4}/.test(column.values[0] ?? ''),
    );
    const repeats = id !== undefined && id.distinct < 0.98;
    const fields = this.unitFields(id, name, stage);
    const measures = this.measures(repeats);
    this.ask(id, name, stage, county, year, repeats, measures.length);
    const text = stringify({
      profile: 'my-profile',
      version: '1',
      title: { zh: `${this.described.sheet}（草稿）`, en: `${this.described.sheet} (draft)` },
      codes: this.codes,
      sheets: [
        {
          sheet: '*',
          header: this.described.headerRow,
          ...(county === undefined ? {} : { county: { from: county.header, create: 'LOCAL' } }),
          ...(year === undefined ? {} : { schoolYear: { column: year.header } }),
          ...(id === undefined || name === undefined
            ? {}
            : { records: [{ dataset: 'units', ...(repeats ? { repeats: true } : {}), fields }] }),
          ...(id === undefined || measures.length === 0
            ? {}
            : {
                facts: [
                  {
                    unit: id.header,
                    ...(stage === undefined ? {} : { stage: { column: stage.header, codes: 'stages' } }),
                    measures,
                  },
                ],
              }),
        },
      ],
    });
    const found = [id, name, stage, county, measures[0]].filter((part) => part !== undefined).length;
    const sound = parseProfile('my-profile.yaml', text, this.context).mistakes.length === 0;
    const columns = this.described.columns.map(({ header }) => ({ header, takenFor: this.taken.get(header) ?? null }));
    return { shipped: null, text, confidence: sound ? found / 5 : found / 10, questions: this.questions, columns };
  }

  /** The best unused column for these hints: the whole header before a part of it. */
  private take(
    use: string,
    hints: readonly string[],
    fits: (column: ColumnDescription) => boolean,
  ): ColumnDescription | undefined {
    const free = this.described.columns.filter(
      (column) => !this.taken.has(column.header) && column.filled > 0 && fits(column),
    );
    const score = ({ header }: ColumnDescription) => {
      const key = matchKey(header).replaceAll(/[(（].*$/g, '');
      const whole = hints.findIndex((hint) => matchKey(hint) === key);
      const part = hints.findIndex((hint) => matchKey(hint).length > 2 && key.includes(matchKey(hint)));
      return whole >= 0 ? 1000 - whole : part >= 0 ? 500 - part : 0;
    };
    const best = free.toSorted((a, b) => score(b) - score(a))[0];
    if (best === undefined || score(best) === 0) {
      return undefined;
    }
    this.taken.set(best.header, use);
    return best;
  }

  private stageColumn(): ColumnDescription | undefined {
    const hinted = new Set(stageHints.map(matchKey));
    const stageOf = (value: string) =>
      Object.entries(stageWords).find(([, words]) =>
        words.some((word) => matchKey(value).includes(matchKey(word))),
      )?.[0];
    const known = (column: ColumnDescription) => column.values.filter((value) => stageOf(value) !== undefined).length;
    const best = this.described.columns
      .filter(
        (column) =>
          !this.taken.has(column.header) &&
          column.values.length > 0 &&
          column.values.length < 30 &&
          column.distinct < 0.2,
      )
      .filter((column) => known(column) > column.values.length / 2)
      .toSorted(
        (a, b) =>
          Number(hinted.has(matchKey(b.header))) - Number(hinted.has(matchKey(a.header))) || known(b) - known(a),
      )[0];
    if (best !== undefined) {
      this.taken.set(best.header, 'stage');
      this.codes.stages = Object.fromEntries(best.values.map((value) => [value, stageOf(value) ?? 'primary']));
      const unsure = best.values.filter((value) => stageOf(value) === undefined);
      if (unsure.length > 0) {
        const list = unsure.slice(0, 10).join('、');
        this.questions.push({
          zh: `这些值是哪个学段？${list}（草稿里暂写为小学）`,
          en: `Which stage are these? ${list} (primary in the draft)`,
        });
      }
    }
    return best;
  }

  private unitFields(
    id: ColumnDescription | undefined,
    name: ColumnDescription | undefined,
    stage: ColumnDescription | undefined,
  ) {
    const fields: Record<string, unknown> = { id: id?.header ?? '', name: name?.header ?? '' };
    fields.category = stage === undefined ? { value: 'primary' } : { column: stage.header, codes: 'stages' };
    fields.ownership = { value: 'public' };
    const datasetFields = this.context.datasets.get('units')?.fields ?? {};
    for (const field of ['address', 'pointX', 'pointY']) {
      const hints = [...(fieldHints[field] ?? []), datasetFields[field]?.words.zh ?? ''];
      const column = this.take(`units.${field}`, hints, (found) => (field === 'address') === found.numeric < 0.5);
      if (column !== undefined) {
        fields[field] = column.header;
      }
    }
    return fields;
  }

  private measures(repeats: boolean) {
    const numeric = (column: ColumnDescription) => column.numeric > 0.5;
    return [...this.context.dictionary.measures.values()].flatMap((measure: Measure) => {
      const hints = [measure.words.zh, measure.words.en, ...(measureHints[measure.id] ?? [])];
      const column = measure.level === 'unit' ? this.take(measure.id, hints, numeric) : undefined;
      const unit = column === undefined ? undefined : unitInHeader(column.header);
      return column === undefined
        ? []
        : [
            {
              measure: measure.id,
              column: column.header,
              ...(unit === undefined ? {} : { in: unit }),
              ...(repeats ? { take: measure.derive?.take === 'largest pupils' ? 'max' : 'sum' } : {}),
            },
          ];
    });
  }

  private ask(
    id: ColumnDescription | undefined,
    name: ColumnDescription | undefined,
    stage: ColumnDescription | undefined,
    county: ColumnDescription | undefined,
    year: ColumnDescription | undefined,
    repeats: boolean,
    measures: number,
  ): void {
    const ask = (zh: string, en: string) => this.questions.push({ zh, en });
    if (id === undefined) {
      ask('哪一列是学校的标识码或代码？', 'Which column is the identifier of the school?');
    }
    if (name === undefined) {
      ask('哪一列是学校名称？', 'Which column is the name of the school?');
    }
    if (stage === undefined) {
      ask('这些学校是什么学段？草稿里暂写为小学。', 'Which stage are these schools? The draft says primary.');
    }
    if (county === undefined) {
      ask(
        '没有找到县（区）列：上传时选择的县对所有行有效，对吗？',
        'No county column: do all rows belong to the county chosen when uploading?',
      );
    }
    if (year === undefined) {
      ask(
        '文件里没有学年：请在上传时选择，或在方案里写 schoolYear。',
        'The file names no school year: choose it when uploading, or write schoolYear.',
      );
    }
    if (repeats) {
      ask(
        '同一学校有多行，草稿里按学校相加；请确认没有重复计数。',
        'A school has several rows and the draft adds them up; make sure nobody is counted twice.',
      );
    }
    if (measures === 0) {
      ask(
        '没有认出任何指标量列，请对照 docs/reference/measures.md 补上。',
        'No measure was recognised; add them with the help of docs/reference/measures.md.',
      );
    }
    ask('举办性质暂都写为公办，请核对。', 'Ownership is public throughout; check it.');
  }
}
