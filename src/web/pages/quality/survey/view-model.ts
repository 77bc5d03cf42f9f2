import type { SurveyResultView } from '#contracts/instruments';
import { fixedText, noValue, type Text } from '#web/locale';

type Counted = SurveyResultView['count']['scores'][number];

export interface RespondentRow {
  readonly id: string;
  readonly words: Text;
  readonly responses: number;
  readonly wanted: number | null;
  readonly codes: number;
  readonly usesLeft: number;
  readonly recognition: Counted | undefined;
}

/** One row for each kind of respondent: asked, answered, satisfied. */
export function respondentRows({ instrument, count, ways }: SurveyResultView): readonly RespondentRow[] {
  return instrument.respondents.map(({ id, words }) => {
    const found = count.byRespondent.find(({ respondent }) => respondent === id);
    const own = ways.filter(({ respondent }) => respondent === id);
    return {
      id,
      words,
      responses: found?.responses ?? 0,
      wanted: found?.wanted ?? null,
      codes: own.reduce((sum, { codes }) => sum + codes, 0),
      usesLeft: own.reduce((sum, { usesLeft }) => sum + usesLeft, 0),
      recognition: found?.scores[0],
    };
  });
}

const percent = (share: number): string => `${fixedText(share * 100, 1)}%`;

export const shareText = (counted: Pick<Counted, 'share'> | undefined): string =>
  counted === undefined || counted.share === null ? noValue : percent(counted.share);

export const intervalText = (counted: Pick<Counted, 'interval'> | undefined): string =>
  counted === undefined || counted.interval === null
    ? noValue
    : `${percent(counted.interval.from)}–${percent(counted.interval.to)}`;

export interface QuestionRow {
  readonly item: string;
  readonly words: Text;
  readonly answered: number;
  /** Every answer with how many chose it; empty where too few answered to be shown. */
  readonly chosen: readonly { readonly words: Text; readonly people: number }[];
}

/** How often each answer to a question was chosen. */
export function questionRows({ instrument, count }: SurveyResultView): readonly QuestionRow[] {
  const items = new Map(instrument.sections.flatMap((section) => section.items).map((item) => [item.id, item]));
  return count.items.flatMap(({ item, answered, options }) => {
    const found = items.get(item);
    if (found === undefined || !('options' in found.type)) return [];
    const named = found.type.options;
    const chosen = options.flatMap(({ option, chosen: people }) => {
      const words = named.find(({ id }) => id === option)?.words;
      return people === null || words === undefined ? [] : [{ words, people }];
    });
    return [{ item, words: found.words, answered, chosen }];
  });
}
