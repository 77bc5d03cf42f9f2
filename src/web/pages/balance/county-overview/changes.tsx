import { Link } from 'react-router';
import type { Change, Overview } from '#contracts/balance';
import { schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';

const shown = 12;

/** Verdicts that are not what they were a school year before. */
export function Changes({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  if (overview.previousYear === null) {
    return (
      <Section title={words.changes('…')}>
        <p className="jh-hint">{words.noPrevious}</p>
      </Section>
    );
  }
  const indicatorName = (id: string | null) => {
    const indicator = overview.indicators.find((candidate) => candidate.id === id);
    return indicator ? text(indicator.name) : (id ?? '');
  };
  const subjectOf = (change: Change) =>
    [change.unit?.name ?? '', change.stage ? common.stages[change.stage] : '', indicatorName(change.indicator)]
      .filter(Boolean)
      .join(' · ');
  const hrefOf = (change: Change) =>
    change.unit
      ? view.href('schools', change.unit.unit, {}, change.unit.county)
      : view.href('indicators', change.indicator ?? '', { stage: change.stage });
  const changes = overview.changes.filter((change) => view.stage === null || change.stage === view.stage);
  return (
    <Section title={words.changes(schoolYearText(overview.previousYear, language))}>
      {changes.length === 0 ? <p className="jh-hint">{words.noChanges}</p> : null}
      <ul className="jh-change-list">
        {changes.slice(0, shown).map((change) => (
          <li key={`${change.kind}:${change.indicator}:${change.stage}:${change.unit?.unit}`}>
            <StatusMark status={change.after} />{' '}
            <Link to={hrefOf(change)}>
              {words.change(subjectOf(change), common.verdicts[change.before], common.verdicts[change.after])}
            </Link>
          </li>
        ))}
      </ul>
      {changes.length > shown ? (
        <details>
          <summary>+ {changes.length - shown}</summary>
          <ul>
            {changes.slice(shown).map((change) => (
              <li key={`${change.kind}:${change.indicator}:${change.stage}:${change.unit?.unit}`}>
                <StatusMark status={change.after} />{' '}
                {words.change(subjectOf(change), common.verdicts[change.before], common.verdicts[change.after])}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
