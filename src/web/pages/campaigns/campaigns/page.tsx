import { useState } from 'react';
import { Link } from 'react-router';
import type { CampaignHead } from '#contracts/campaigns';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useCampaignWords } from '#web/pages/campaigns/campaign-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Notice, Page, type ShownColumn } from '#web/ui';
import { CampaignForm } from './campaign-form.tsx';
import { useWords } from './messages.ts';

/** The campaigns in which an area has schools. */
export function CampaignsPage() {
  const words = useWords();
  const shared = useCampaignWords();
  const text = useText();
  const view = useView();
  const [opening, setOpening] = useState(false);
  const asked = useAnswer('campaigns.campaigns', { params: { area: view.area } });
  const columns: readonly ShownColumn<CampaignHead>[] = [
    {
      key: 'name',
      title: words.name,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={view.href('campaigns', row.id, {}, row.area.code)}>{row.title}</Link>,
    },
    { key: 'checklist', title: shared.checklist, value: (row) => text(row.instrument.name) },
    { key: 'area', title: words.area, value: (row) => row.area.name },
    { key: 'until', title: shared.until, value: (row) => row.untilOn },
    ...(['planned', 'clean', 'rectifying', 'verifying', 'mended'] as const).map(
      (state): ShownColumn<CampaignHead> => ({
        key: state,
        title: shared.visits[state],
        kind: 'number',
        value: (row) => row.visits[state],
      }),
    ),
    { key: 'state', title: shared.state, value: (row) => shared.states[row.state] },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const sum = (pick: (row: CampaignHead) => number) => rows.reduce((total, row) => total + pick(row), 0);
        return (
          <Page
            title={words.title}
            actions={
              <Button look="strong" onClick={() => setOpening(true)}>
                {words.open}
              </Button>
            }
          >
            {opening ? <CampaignForm onClose={() => setOpening(false)} /> : null}
            {rows.length === 0 ? (
              <Notice kind="empty" title={words.none}>
                <p>{words.noneHint}</p>
              </Notice>
            ) : (
              <>
                <Answer>
                  {words.answer(
                    numberText(rows.length),
                    numberText(sum((row) => (row.state === 'open' ? row.visits.planned : 0))),
                    numberText(sum(({ visits }) => visits.rectifying + visits.verifying)),
                  )}
                </Answer>
                <DataTable
                  id="c"
                  caption={words.title}
                  rows={rows}
                  columns={columns}
                  rowKey={(row) => `${row.area.code} ${row.id}`}
                />
              </>
            )}
          </Page>
        );
      }}
    </Await>
  );
}
