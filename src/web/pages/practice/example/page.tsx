import { useParams } from 'react-router';
import { useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Await, ButtonLink, Page } from '#web/ui';
import { useWords } from './messages.ts';
import { Story } from './story.tsx';

/** One example in any state, with its case and the way to the trace of its number. */
export function ExamplePage() {
  const words = useWords();
  const shared = usePracticeWords();
  const text = useText();
  const view = useView();
  const { example = '' } = useParams();
  const asked = useAnswer('practice.example', { params: { area: view.area, example } });
  return (
    <Await asked={asked}>
      {(detail) => (
        <Page
          title={detail.title}
          subject={`${detail.unit?.name ?? detail.area.name} · ${text(detail.state.name)}`}
          actions={
            <>
              {detail.measured === null ? null : (
                <ButtonLink
                  to={view.href('indicators', detail.measured.indicator, {
                    standard: detail.measured.standard,
                    stage: detail.measured.stage === 'all' ? null : detail.measured.stage,
                    year: detail.measured.to.year,
                  })}
                >
                  {words.trace}
                </ButtonLink>
              )}
              <ButtonLink to={`/cases/practice.example/${detail.case}`}>{shared.openCase}</ButtonLink>
            </>
          }
        >
          <Story told={detail} />
        </Page>
      )}
    </Await>
  );
}
