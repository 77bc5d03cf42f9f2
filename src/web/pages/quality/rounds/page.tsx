import { useState } from 'react';
import { Link } from 'react-router';
import type { RoundView } from '#contracts/quality';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, DataTable, Notice, Page, type ShownColumn } from '#web/ui';
import { InspectForm } from './inspect-form.tsx';
import { useWords } from './messages.ts';
import { RoundForm } from './round-form.tsx';

/** The rounds of quality evaluation of an area. */
export function RoundsPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const [form, setForm] = useState<'round' | 'inspection' | null>(null);
  const asked = useAnswer('quality.rounds', { params: { area: view.area } });
  const countOf = ({ states }: RoundView, ...names: readonly string[]) =>
    names.reduce((sum, name) => sum + (states[name] ?? 0), 0);
  const all = (row: RoundView) => Object.values(row.states).reduce((sum, count) => sum + count, 0);
  const columns: readonly ShownColumn<RoundView>[] = [
    {
      key: 'title',
      title: words.round,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={view.href('rounds', row.id, {}, row.area)}>{row.title}</Link>,
    },
    { key: 'guide', title: words.guide, value: (row) => text(row.instrumentName) },
    { key: 'schools', title: words.schools, kind: 'number', value: all },
    { key: 'self', title: words.states.self, kind: 'number', value: (row) => countOf(row, 'self') },
    { key: 'external', title: words.states.external, kind: 'number', value: (row) => countOf(row, 'external') },
    { key: 'compared', title: words.states.compared, kind: 'number', value: (row) => countOf(row, 'compared') },
    {
      key: 'mending',
      title: words.states.rectifying,
      kind: 'number',
      value: (row) => countOf(row, 'rectifying', 'verifying'),
    },
    { key: 'closed', title: words.states.closed, kind: 'number', value: (row) => countOf(row, 'closed') },
    { key: 'due', title: words.selfDueOn, value: (row) => row.selfDueOn },
  ];
  const area: ShownColumn<RoundView> = { key: 'area', title: words.area, value: (row) => row.areaName };
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const open = rows.reduce((sum, row) => sum + all(row) - countOf(row, 'closed'), 0);
        return (
          <Page
            title={words.title}
            actions={
              <>
                <ButtonLink to="/sheets">{words.mySheets}</ButtonLink>
                <Button onClick={() => setForm('inspection')}>{words.inspect}</Button>
                <Button look="strong" onClick={() => setForm('round')}>
                  {words.open}
                </Button>
              </>
            }
          >
            {form === 'round' ? <RoundForm onClose={() => setForm(null)} /> : null}
            {form === 'inspection' ? <InspectForm onClose={() => setForm(null)} /> : null}
            {rows.length === 0 ? (
              <Notice kind="empty" title={words.none}>
                <p>{words.noneHint}</p>
              </Notice>
            ) : (
              <>
                <Answer detail={words.noRanking}>{words.answer(numberText(rows.length), numberText(open))}</Answer>
                <DataTable
                  id="rounds"
                  caption={words.title}
                  rows={rows}
                  columns={rows.some((row) => row.area !== view.area) ? [...columns, area] : columns}
                  rowKey={(row) => `${row.area} ${row.id}`}
                />
              </>
            )}
          </Page>
        );
      }}
    </Await>
  );
}
