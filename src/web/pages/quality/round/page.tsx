import { Link, useParams } from 'react-router';
import type { EvaluationHead } from '#contracts/quality';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, DataTable, Page, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

/** A round: how far each school is, and where the two sides see it differently. */
export function RoundPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { round: id = '' } = useParams();
  const asked = useAnswer('quality.round', { params: { area: view.area, round: id } });
  const columns: readonly ShownColumn<EvaluationHead>[] = [
    {
      key: 'school',
      title: words.school,
      wide: true,
      value: (row) => row.name,
      render: (row) => <Link to={view.hrefTo(`/areas/${view.area}/rounds/${id}/${row.unit}`)}>{row.name}</Link>,
    },
    { key: 'state', title: words.state, value: (row) => words.states[row.state as keyof typeof words.states] },
    { key: 'done', title: words.done, value: (row) => `${row.done}/${row.asked}` },
    { key: 'differing', title: words.differing, kind: 'number', value: (row) => row.differing },
    { key: 'weak', title: words.weak, kind: 'number', value: (row) => row.weak },
    {
      key: 'case',
      title: words.handle,
      sortable: false,
      value: () => null,
      render: (row) => <Link to={`/cases/quality.evaluation/${row.case}`}>{words.openCase}</Link>,
    },
  ];
  return (
    <Await asked={asked}>
      {({ round, rows }) => {
        const handedIn = rows.filter(({ state }) => state !== 'self').length;
        const weak = rows.reduce((sum, row) => sum + (row.weak ?? 0), 0);
        return (
          <Page title={round.title} subject={`${round.areaName} · ${text(round.instrumentName)}`}>
            <Answer detail={words.due(round.selfDueOn)}>
              {words.answer(numberText(handedIn), numberText(rows.length), numberText(weak))}
            </Answer>
            <DataTable id="schools" caption={words.schools} rows={rows} columns={columns} rowKey={(row) => row.unit} />
          </Page>
        );
      }}
    </Await>
  );
}
