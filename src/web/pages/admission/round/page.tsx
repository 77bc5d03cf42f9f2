import { useParams } from 'react-router';
import type { BoardRound } from '#contracts/admission';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { PublishedFiles, useAdmissionWords } from '#web/pages/admission/admission-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section } from '#web/ui';
import { Correction } from './correction.tsx';
import { Lists } from './lists.tsx';
import { useWords } from './messages.ts';
import { Steps } from './steps.tsx';

/** One round for those who run it: where it stands, what is next, its lists, its schools, its result. */
export function RoundPage() {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const view = useView();
  const { round = '' } = useParams();
  const asked = useAnswer('admission.boardRound', { params: { area: view.area, round } });
  return (
    <Await asked={asked}>
      {(now) => (
        <Page
          title={text(now.name)}
          subject={now.area.name}
          actions={
            <>
              <ButtonLink to={`/areas/${view.area}/admission/${now.id}/checking`}>{words.checking}</ButtonLink>
              <ButtonLink to={`/admission/${view.area}/rounds/${now.id}`}>{words.plan}</ButtonLink>
              <ButtonLink to={`/cases/admission.round/${now.case}`}>{words.case}</ButtonLink>
            </>
          }
        >
          <Answer detail={now.unplaced > 0 ? words.unplaced(numberText(now.unplaced)) : undefined}>
            {words.answer(
              shared.states[now.state],
              numberText(now.counts.children),
              numberText(now.counts.doubtful + now.counts.unchecked),
            )}
          </Answer>
          <Steps round={now} />
          {['published', 'applying', 'checking'].includes(now.state) && now.lists.length > 0 ? (
            <Lists round={now} />
          ) : null}
          <Schools round={now} />
          {now.publications.length === 0 ? null : (
            <Section title={words.published}>
              <dl className="jh-terms">
                <div>
                  <dt>{shared.listHash}</dt>
                  <dd>
                    <code>{now.listHash}</code>
                  </dd>
                </div>
              </dl>
              <PublishedFiles area={view.area} round={now.id} publications={now.publications} />
            </Section>
          )}
          {now.acts.some(({ act }) => act === 'correct') ? <Correction round={now} /> : null}
          <p className="jh-quiet">
            {words.rules(
              now.rules.id,
              numberText(now.rules.version),
              now.rules.hash.slice(0, 12),
              now.rules.author,
              now.rules.reason,
            )}
          </p>
        </Page>
      )}
    </Await>
  );
}

function Schools({ round }: { readonly round: BoardRound }) {
  const words = useWords();
  const shared = useAdmissionWords();
  return (
    <Section title={words.schools}>
      <DataTable
        id="s"
        caption={words.schools}
        rows={round.schools}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'school', title: shared.school, wide: true, value: ({ name }) => name },
          { key: 'kind', title: shared.kind, value: ({ kind }) => shared.kinds[kind] },
          { key: 'seats', title: shared.seats, kind: 'number', value: ({ seats }) => seats },
          { key: 'first', title: words.first, kind: 'number', value: ({ chosenFirst }) => chosenFirst },
          { key: 'admitted', title: words.admitted, kind: 'number', value: ({ admitted }) => admitted },
          { key: 'placed', title: words.placed, kind: 'number', value: ({ placed }) => placed },
        ]}
      />
    </Section>
  );
}
