import type { ApplicationChild, ChildResult } from '#contracts/admission';
import { numberText, useText } from '#web/locale';
import { useAdmissionWords } from '#web/pages/admission/admission-words';
import { Section } from '#web/ui';
import { useWords } from './messages.ts';

/** One child: what was asked, how the check stands, where it was placed and why. */
export function ChildSection({ title, child }: { readonly title: string; readonly child: ApplicationChild }) {
  const words = useWords();
  const shared = useAdmissionWords();
  return (
    <Section title={title}>
      <dl className="jh-terms">
        <div>
          <dt>{words.token}</dt>
          <dd>
            <strong>{child.token}</strong>
            <br />
            <span className="jh-quiet">{words.tokenHint}</span>
          </dd>
        </div>
        <div>
          <dt>{words.check}</dt>
          <dd>
            {shared.checks[child.check]}
            {child.reason === '' ? null : ` ${words.refused(child.reason)}`}
          </dd>
        </div>
        <div>
          <dt>{words.choices}</dt>
          <dd>{child.choices.map(({ name }, at) => `${numberText(at + 1)}. ${name}`).join('\n')}</dd>
        </div>
      </dl>
      {child.result === null ? null : <Why result={child.result} />}
    </Section>
  );
}

function Why({ result }: { readonly result: ChildResult }) {
  const words = useWords();
  const text = useText();
  const rank = (value: number | null) => (value === null ? '—' : numberText(value));
  const by = {
    choice: words.by.choice(numberText(result.choice ?? 0)),
    placed: words.by.placed,
    none: words.by.none,
    corrected: words.by.corrected(result.reason),
  }[result.how];
  return (
    <>
      <h3>{words.why}</h3>
      <p>
        {by} {result.category === null ? '' : words.category(text(result.category))}{' '}
        {result.rank === null ? '' : words.number(rank(result.rank), numberText(result.of))}
      </p>
      {result.higher.length === 0 ? null : (
        <>
          <h3>{words.higher}</h3>
          <ul>
            {result.higher.map((one) => (
              <li key={one.school}>
                {one.why === 'category' && one.lastCategory !== null
                  ? words.reasons.category(one.school, text(one.lastCategory))
                  : one.why === 'noSeats'
                    ? words.reasons.noSeats(one.school)
                    : words.reasons.number(one.school, rank(one.lastRank), rank(one.ownRank))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
