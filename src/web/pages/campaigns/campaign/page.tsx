import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CampaignDetail } from '#contracts/campaigns';
import { fileAddress, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useCampaignWords } from '#web/pages/campaigns/campaign-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, DataTable, Page, Section, type ShownColumn } from '#web/ui';
import { CloseForm } from './close-form.tsx';
import { useWords } from './messages.ts';

type Visit = CampaignDetail['rows'][number];
type Place = CampaignDetail['progress'][number];
const states = ['planned', 'clean', 'rectifying', 'verifying', 'mended'] as const;

/** One campaign: how far each place is, what was found, every school with its sheet and its rectification. */
export function CampaignPage() {
  const view = useView();
  const { campaign = '' } = useParams();
  const asked = useAnswer('campaigns.campaign', { params: { area: view.area, campaign } });
  return <Await asked={asked}>{(detail) => <Campaign detail={detail} />}</Await>;
}

function Campaign({ detail }: { readonly detail: CampaignDetail }) {
  const words = useWords();
  const shared = useCampaignWords();
  const text = useText();
  const [closing, setClosing] = useState(false);
  const { visits } = detail;
  const all = states.reduce((sum, state) => sum + visits[state], 0);
  const params = { area: detail.area.code, campaign: detail.id };
  return (
    <Page
      title={detail.title}
      subject={`${detail.area.name} · ${text(detail.instrument.name)} · ${shared.states[detail.state]}`}
      actions={
        <>
          <ButtonLink file={fileAddress('campaigns.report', { params, query: {} })}>{words.report}</ButtonLink>
          {detail.state === 'open' ? <Button onClick={() => setClosing(true)}>{words.close}</Button> : null}
        </>
      }
    >
      <Answer
        detail={[
          words.period(detail.fromOn, detail.untilOn, detail.rectifyBy),
          detail.basis === '' ? '' : words.basis(detail.basis),
          detail.summary,
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {words.answer(
          numberText(all - visits.planned),
          numberText(all),
          numberText(visits.rectifying + visits.verifying + visits.mended),
          numberText(visits.mended),
        )}
      </Answer>
      {closing ? (
        <CloseForm
          area={detail.area.code}
          campaign={detail.id}
          planned={visits.planned}
          onClose={() => setClosing(false)}
        />
      ) : null}
      <Progress rows={detail.progress} />
      <Section title={words.findings}>
        {detail.findings.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <DataTable
            id="p"
            caption={words.findings}
            bare
            rows={detail.findings}
            rowKey={(row) => row.item}
            columns={[
              { key: 'matter', title: words.matter, value: (row) => text(row.section) },
              { key: 'problem', title: words.problem, wide: true, value: (row) => text(row.words) },
              { key: 'schools', title: words.schools, kind: 'number', value: (row) => row.schools },
            ]}
          />
        )}
      </Section>
      <Visits rows={detail.rows} />
    </Page>
  );
}

function Progress({ rows }: { readonly rows: readonly Place[] }) {
  const words = useWords();
  const shared = useCampaignWords();
  const columns: readonly ShownColumn<Place>[] = [
    { key: 'place', title: words.place, value: (row) => row.area.name || words.unknown },
    ...states.map(
      (state): ShownColumn<Place> => ({
        key: state,
        title: shared.visits[state],
        kind: 'number',
        value: (row) => row.visits[state],
      }),
    ),
  ];
  return (
    <Section title={words.progress}>
      <DataTable id="a" caption={words.progress} bare rows={rows} columns={columns} rowKey={(row) => row.area.code} />
    </Section>
  );
}

function Visits({ rows }: { readonly rows: readonly Visit[] }) {
  const words = useWords();
  const shared = useCampaignWords();
  const columns: readonly ShownColumn<Visit>[] = [
    { key: 'school', title: words.school, wide: true, value: (row) => row.name },
    { key: 'place', title: words.place, value: (row) => row.place },
    { key: 'state', title: shared.state, value: (row) => shared.visits[row.state] },
    { key: 'found', title: words.found, kind: 'number', value: (row) => row.findings },
    {
      key: 'sheet',
      title: words.sheet,
      sortable: false,
      value: () => null,
      render: (row) => <Link to={`/sheets/${row.county}/${row.sheet}`}>{words.openSheet}</Link>,
    },
    {
      key: 'case',
      title: words.handle,
      sortable: false,
      value: () => null,
      render: (row) =>
        row.case === null ? null : <Link to={`/cases/campaigns.rectification/${row.case}`}>{words.openCase}</Link>,
    },
  ];
  return (
    <Section title={words.rows}>
      <DataTable id="s" caption={words.rows} pageSize={25} rows={rows} columns={columns} rowKey={(row) => row.unit} />
    </Section>
  );
}
