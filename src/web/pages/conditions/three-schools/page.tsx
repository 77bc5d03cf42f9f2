import { Link } from 'react-router';
import type { ThreeSchools } from '#contracts/ledger';
import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, DataTable, Page, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';

type Town = ThreeSchools['rows'][number];
const kinds = ['kindergarten', 'primary', 'boarding'] as const;

const schoolsOf = (town: Town, kind: (typeof kinds)[number]) =>
  town.kinds.find((one) => one.kind === kind)?.schools ?? [];

/** Every town has the three: central kindergarten, central primary school, public boarding school. */
export function ThreeSchoolsPage() {
  const words = useWords();
  const view = useView();
  const asked = useAnswer('ledger.threeSchools', { params: { area: view.area } });
  return (
    <Await asked={asked}>
      {(answer) => {
        const complete = answer.rows.filter((town) => kinds.every((kind) => schoolsOf(town, kind).length > 0)).length;
        return (
          <Page title={words.title} subject={answer.area.name}>
            <Answer>
              <StatusMark status={complete === answer.rows.length ? 'met' : 'notMet'} />
              {words.answer(numberText(complete), numberText(answer.rows.length))}
            </Answer>
            <Section title={words.caption} hint={words.hint}>
              <DataTable
                id="t"
                caption={words.caption}
                rows={answer.rows}
                rowKey={(row) => row.township}
                columns={[
                  { key: 'name', title: words.township, value: (row) => row.name },
                  ...kinds.map((kind) => ({
                    key: kind,
                    title: words.kinds[kind],
                    wide: true,
                    value: (row: Town) =>
                      schoolsOf(row, kind)
                        .map(({ name }) => name)
                        .join('、') || words.missing,
                    render: (row: Town) => {
                      const schools = schoolsOf(row, kind);
                      if (schools.length === 0) {
                        return (
                          <span className="jh-cell-status jh-notMet">
                            <StatusMark status="notMet" size={9} />
                            {words.missing}
                          </span>
                        );
                      }
                      return schools.map((school) => (
                        <div key={school.unit}>
                          <Link to={view.href('compliance', school.unit)}>{school.name}</Link>
                          {school.open > 0 ? words.gaps(numberText(school.open)) : null}
                        </div>
                      ));
                    },
                  })),
                ]}
              />
            </Section>
          </Page>
        );
      }}
    </Await>
  );
}
