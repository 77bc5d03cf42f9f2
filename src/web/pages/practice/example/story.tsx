import type { PublishedExample } from '#contracts/practice';
import { fixedText, schoolYearText, shareText, useLanguage, useText } from '#web/locale';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { Answer, Section } from '#web/ui';
import { useWords } from './messages.ts';

type Told = Pick<PublishedExample, 'clause' | 'problem' | 'practice' | 'effect' | 'measured'>;

/** What an example tells: the effect as a number where there is one, the problem, the practice. */
export function Story({ told }: { readonly told: Told }) {
  const words = useWords();
  const shared = usePracticeWords();
  const text = useText();
  const { language } = useLanguage();
  const { measured } = told;
  const figure = (value: number | null) =>
    measured?.unit.en === 'share' ? shareText(value) : fixedText(value, measured?.decimals ?? 2);
  return (
    <>
      <Answer detail={words.clause(told.clause.id, text(told.clause.title))}>
        {measured === null
          ? words.unmeasured
          : words.answer(
              text(measured.name),
              schoolYearText(measured.from.year, language),
              figure(measured.from.value),
              schoolYearText(measured.to.year, language),
              figure(measured.to.value),
            )}
      </Answer>
      {(['problem', 'practice', 'effect'] as const).map((part) => (
        <Section key={part} title={shared[part]}>
          {told[part].split('\n').map((line, at) => (
            <p key={`${at} ${line}`}>{line}</p>
          ))}
        </Section>
      ))}
    </>
  );
}
