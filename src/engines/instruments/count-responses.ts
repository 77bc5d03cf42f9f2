import { type Interval, wilsonInterval } from '#kernels/proportion';
import { type CompiledInstrument, type Instrument, itemsOf, worthOf } from '#standards';
import { answersOf } from './sheets.ts';
import type { ResponseAnswers } from './survey-store.ts';

/** A share among the answers that count; null where there are too few to be shown. */
export interface CountedShare {
  readonly counted: number;
  readonly positive: number | null;
  readonly share: number | null;
  /** 95 %, for a simple sample. */
  readonly interval: Interval | null;
}

export interface RespondentCount {
  readonly respondent: string;
  readonly responses: number;
  /** Answers wanted from this kind; null = no number is set. */
  readonly wanted: number | null;
  readonly scores: readonly ({ readonly score: string } & CountedShare)[];
}

export interface SurveyCount {
  readonly responses: number;
  /** All answers wanted; null where the residents are not known or no ratio is set. */
  readonly wanted: number | null;
  /** Fewer answers than this are counted and not shown. */
  readonly shownFrom: number;
  /** Everybody together, by score. */
  readonly scores: readonly ({ readonly score: string } & CountedShare)[];
  readonly byRespondent: readonly RespondentCount[];
  readonly items: readonly {
    readonly item: string;
    readonly options: readonly { readonly option: string; readonly chosen: number | null }[];
    readonly answered: number;
  }[];
}

/** Counts the answers of a survey. Pure. */
export function countResponses(
  compiled: CompiledInstrument,
  responses: readonly { readonly respondent: string; readonly answers: ResponseAnswers }[],
  residents: number | null,
): SurveyCount {
  const { instrument } = compiled;
  const { sampling, respondents } = instrument;
  const shownFrom = sampling?.shownFrom ?? 1;
  const wanted =
    sampling === null || residents === null ? null : Math.ceil((residents * sampling.perThousandResidents) / 1000);
  const heard = responses.map(({ respondent, answers }) => ({ respondent, answers: askedOnly(compiled, answers) }));
  const sharesOf = (some: typeof heard) =>
    instrument.scores
      .filter(({ how }) => how === 'share')
      .map(({ id, items }) => ({ score: id, ...shareOf(instrument, items, some, shownFrom) }));
  return {
    responses: responses.length,
    wanted,
    shownFrom,
    scores: sharesOf(heard),
    byRespondent: respondents.map(({ id, leastShare }) => {
      const some = heard.filter(({ respondent }) => respondent === id);
      return {
        respondent: id,
        responses: some.length,
        wanted: wanted === null || leastShare === null ? null : Math.ceil(wanted * leastShare),
        scores: sharesOf(some),
      };
    }),
    items: itemsOf(instrument).flatMap(({ id, type }) => {
      if (!('options' in type)) return [];
      const chosen = heard.flatMap(({ answers }) => answers[id] ?? []);
      const answered = heard.filter(({ answers }) => answers[id] !== undefined).length;
      return [
        {
          item: id,
          answered,
          options: type.options.map((option) => ({
            option: option.id,
            chosen: answered < shownFrom ? null : chosen.filter((one) => one === option.id).length,
          })),
        },
      ];
    }),
  };
}

function askedOnly(compiled: CompiledInstrument, answers: ResponseAnswers): ResponseAnswers {
  const given = Object.entries(answers).map(([item, value]) => ({ item, value, files: [] }));
  const asked = new Set(compiled.asked(answersOf(given)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([item]) => asked.has(item)));
}

function shareOf(
  instrument: Instrument,
  of: readonly string[],
  heard: readonly { readonly answers: ResponseAnswers }[],
  shownFrom: number,
): CountedShare {
  const items = itemsOf(instrument).filter(({ id }) => of.includes(id));
  const judged = heard.flatMap(({ answers }) =>
    items.flatMap((item) => {
      const { positive } = worthOf(item, answers[item.id] ?? null);
      return positive === null ? [] : [positive];
    }),
  );
  const counted = judged.length;
  if (heard.length < shownFrom || counted === 0) return { counted, positive: null, share: null, interval: null };
  const positive = judged.filter(Boolean).length;
  // One person's answers to several items hang together, so only a share of one item has an interval.
  const interval = items.length === 1 ? wilsonInterval(positive, counted) : null;
  return { counted, positive, share: positive / counted, interval };
}
