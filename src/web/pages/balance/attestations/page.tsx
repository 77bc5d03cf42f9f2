import { useAnswer } from '#web/api';
import { numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, Page, Section, StatusMark } from '#web/ui';
import { ItemForm } from './item-form.tsx';
import { useWords } from './messages.ts';
import { itemsByPart } from './view-model.ts';

export function AttestationsPage() {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const query = { year: view.year ?? undefined, standard: view.standard ?? undefined };
  const asked = useAnswer('balance.attestations', { params: { area: view.area }, query });
  const overview = useAnswer('balance.overview', { params: { area: view.area }, query });
  const partName = (part: string) => {
    const known = overview.data?.parts.find((candidate) => candidate.part === part);
    return known ? text(known.name) : part;
  };
  return (
    <Await asked={asked} rows={10}>
      {(answer) => {
        const open = answer.items.filter((item) => item.answer === null).length;
        const failing = answer.items.filter((item) => item.verdict === 'notMet').length;
        return (
          <Page
            title={words.title}
            subject={`${answer.area.name} · ${schoolYearText(answer.schoolYear, language)} · ${text(answer.standard.name)}`}
            actions={<Button onClick={() => window.print()}>{actions.print}</Button>}
          >
            {answer.items.length === 0 ? (
              <Answer>{words.none}</Answer>
            ) : (
              <Answer
                detail={[failing > 0 ? words.failing(numberText(failing)) : '', words.hint].filter(Boolean).join(' · ')}
              >
                <StatusMark status={failing > 0 ? 'notMet' : open > 0 ? 'noData' : 'met'} />
                {open === 0
                  ? words.done(numberText(answer.items.length))
                  : words.answer(numberText(open), numberText(answer.items.length))}
              </Answer>
            )}
            {[...itemsByPart(answer.items)].map(([part, items]) => (
              <Section key={part} title={partName(part)}>
                <ul className="jh-items">
                  {items.map((item) => (
                    // A new answer from the server starts the form afresh.
                    <ItemForm key={`${item.item}:${item.at ?? ''}`} item={item} />
                  ))}
                </ul>
              </Section>
            ))}
          </Page>
        );
      }}
    </Await>
  );
}
