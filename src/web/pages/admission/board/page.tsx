import { Link } from 'react-router';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { chinaTime, useAdmissionWords } from '#web/pages/admission/admission-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { OpenRound } from './open-round.tsx';

/** Every round of a county and how far it is; a new one is opened from a text of rules. */
export function BoardPage() {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const view = useView();
  const asked = useAnswer('admission.board', { params: { area: view.area } });
  const { data: may } = useAnswer('people.may', { query: { area: view.area } });
  return (
    <Await asked={asked}>
      {({ rows }) => (
        <Page
          title={words.title}
          subject={rows[0]?.area.name}
          actions={<ButtonLink to={`/admission/${view.area}`}>{words.families}</ButtonLink>}
        >
          <Answer>
            {rows.length === 0
              ? words.none
              : words.answer(
                  numberText(rows.filter(({ isOpen }) => isOpen).length),
                  numberText(rows.reduce((sum, { counts }) => sum + counts.doubtful, 0)),
                )}
          </Answer>
          {rows.length === 0 ? null : (
            <Section title={words.rounds}>
              <DataTable
                id="r"
                caption={words.rounds}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'round',
                    title: words.round,
                    wide: true,
                    value: ({ name }) => text(name),
                    render: ({ id, name }) => <Link to={view.href('admission', id)}>{text(name)}</Link>,
                  },
                  { key: 'state', title: shared.state, value: ({ state }) => shared.states[state] },
                  { key: 'until', title: words.until, value: ({ applyUntil }) => chinaTime(applyUntil) },
                  { key: 'seats', title: words.seats, kind: 'number', value: ({ seats }) => seats },
                  {
                    key: 'applications',
                    title: words.applications,
                    kind: 'number',
                    value: ({ counts }) => counts.applications,
                  },
                  { key: 'drafts', title: words.drafts, kind: 'number', value: ({ counts }) => counts.drafts },
                  { key: 'children', title: words.children, kind: 'number', value: ({ counts }) => counts.children },
                  { key: 'doubtful', title: words.doubtful, kind: 'number', value: ({ counts }) => counts.doubtful },
                ]}
              />
            </Section>
          )}
          {may?.permissions.includes('admission.prepare') === true ? <OpenRound area={view.area} /> : null}
        </Page>
      )}
    </Await>
  );
}
