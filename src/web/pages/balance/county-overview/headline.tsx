import type { Overview } from '#contracts/balance';
import { numberText, useCommon, useText } from '#web/locale';
import { Answer, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { headlineOf } from './view-model.ts';

/** The answer of the page in one sentence, and what else the reader should know about it. */
export function Headline({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const { listSeparator } = useCommon();
  const text = useText();
  const { kind, numbers, parts } = headlineOf(overview);
  const [a = '', b = '', c = '', d = ''] = numbers.map((number) => numberText(number, 0));
  const sentence = {
    met: () => words.met,
    notYet: () => words.notYet(a, b, c, d),
    unknown: () => words.unknown(a),
    otherReasons: () => words.otherReasons(parts.map((part) => text(part.name)).join(listSeparator)),
    areas: () => words.areas(a, b),
  }[kind]();
  const { counts } = overview;
  const details = [
    words.schools(numberText(counts.schools)),
    counts.schoolStages.excluded > 0 ? words.excluded(numberText(counts.schoolStages.excluded)) : '',
    counts.schoolStages.noData > 0 ? words.noDataStages(numberText(counts.schoolStages.noData)) : '',
    counts.attestationsOpen > 0 ? words.attestationsOpen(numberText(counts.attestationsOpen)) : '',
  ].filter(Boolean);
  const { areas } = counts;
  const below = areas.notMet > 0 ? 'notMet' : areas.noData > 0 ? 'noData' : 'met';
  const status = kind === 'areas' ? below : kind === 'met' ? 'met' : kind === 'unknown' ? 'noData' : overview.verdict;
  return (
    <Answer detail={details.join(listSeparator)}>
      <StatusMark status={status} />
      {sentence}
    </Answer>
  );
}
