import { useMemo } from 'react';
import { Link } from 'react-router';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, useText } from '#web/locale';
import { type LedgerPage, useLines } from '#web/pages/conditions/ledger';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, Page, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { gapsBySchool, type SchoolGaps } from './view-model.ts';

function Schools({ answer }: { readonly answer: LedgerPage }) {
  const words = useWords();
  const shared = useLedgerWords();
  const text = useText();
  const view = useView();
  const rows = useMemo(() => gapsBySchool(answer.rows), [answer.rows]);
  const columns = useMemo(
    (): readonly ListColumn<SchoolGaps>[] => [
      {
        key: 'name',
        title: shared.school,
        value: (row) => row.name,
        render: (row) => <Link to={view.href('compliance', row.unit, {}, row.county)}>{row.name}</Link>,
      },
      { key: 'open', title: words.gaps, kind: 'number', value: (row) => row.open },
      { key: 'bottom', title: shared.bottomLine, kind: 'number', value: (row) => row.bottomLine },
      ...answer.families.map(
        (family): ListColumn<SchoolGaps> => ({
          key: family.id,
          title: text(family.name),
          kind: 'number',
          value: (row) => row.byFamily[family.id] ?? null,
        }),
      ),
      { key: 'county', title: shared.county, facet: (row) => row.county, value: (row) => row.countyName },
    ],
    [answer.families, shared, text, view, words],
  );
  const bottom = rows.filter(({ bottomLine }) => bottomLine > 0).length;
  return (
    <Page title={words.title} subject={answer.area.name}>
      <Answer>
        <StatusMark status={rows.length === 0 ? 'met' : 'notMet'} />
        {rows.length === 0 ? words.none : words.listAnswer(numberText(rows.length), numberText(bottom))}
      </Answer>
      {rows.length === 0 ? null : (
        <Section title={words.list}>
          <LongList
            id="s"
            list="conditions.compliance"
            caption={words.list}
            rows={rows}
            columns={columns}
            rowKey={(row) => `${row.county} ${row.unit}`}
          />
        </Section>
      )}
    </Page>
  );
}

/** Which schools lack something, by family. */
export function SchoolList() {
  const view = useView();
  const asked = useLines(view.area);
  return (
    <Await asked={asked} rows={12}>
      {(answer) => <Schools answer={answer} />}
    </Await>
  );
}
