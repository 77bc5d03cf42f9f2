import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Application, ComparedItemShown } from '#contracts/recognition';
import { useAct, useAnswer } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, Choice, InlineProblem, Page, Section, VerdictTag } from '#web/ui';
import { FindingForm } from './finding-form.tsx';
import { useWords } from './messages.ts';
import { Signals } from './signals.tsx';
import { filters, keepItems, readFilter, valueText } from './view-model.ts';

/** One application: the county's own assessment item by item, and what every level found beside it. */
export function ApplicationPage() {
  const { area = '', application = '' } = useParams();
  const asked = useAnswer('recognition.application', { params: { area, application } });
  return <Await asked={asked}>{(shown) => <Shown shown={shown} />}</Await>;
}

function Shown({ shown }: { readonly shown: Application }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const [recording, setRecording] = useState<ComparedItemShown | null>(null);
  const renew = useAct('recognition.renew');
  const monitor = useAct('recognition.monitor');
  const params = { area: shown.area.code, application: shown.name };
  const filter = readFilter(view.read('show'), shown);
  const { items, notMet, noData, checked, differing } = shown.counts;
  return (
    <Page
      title={words.title(shown.area.name)}
      subject={`${text(shown.standard.name)} · ${schoolYearText(shown.schoolYear, language)} · ${text(shown.state.title)}`}
      actions={
        <>
          {shown.state.id === 'selfAssessment' || shown.state.id === 'rectification' ? (
            <Button busy={renew.isPending} onClick={() => renew.mutate({ params })}>
              {words.renew}
            </Button>
          ) : null}
          {shown.state.id === 'recognised' ? (
            <Button busy={monitor.isPending} onClick={() => monitor.mutate({ params })}>
              {words.monitor}
            </Button>
          ) : null}
          <ButtonLink
            look="strong"
            to={view.hrefTo(`/cases/recognition.application/${shown.name}`, { area: view.area })}
          >
            {words.handle}
          </ButtonLink>
        </>
      }
    >
      <Answer detail={words.levels(numberText(checked), numberText(differing))}>
        {words.answer(numberText(items), numberText(notMet), numberText(noData))}
      </Answer>
      <InlineProblem error={renew.error ?? monitor.error} />
      {shown.sample === null ? null : <Sample sample={shown.sample} />}
      <Signals params={params} schoolYear={shown.schoolYear} signals={shown.signals} recording={shown.recording} />
      {recording === null ? null : (
        <FindingForm key={recording.key} params={params} item={recording} onClose={() => setRecording(null)} />
      )}
      <Section
        title={words.items}
        actions={
          <Choice
            label={words.show}
            value={filter}
            options={filters.map((one) => ({ value: one, label: words.shown[one] }))}
            onChange={(show) => view.change({ show })}
          />
        }
      >
        <ItemList items={keepItems(shown.items, filter)} recording={shown.recording} onRecord={setRecording} />
      </Section>
    </Page>
  );
}

function Sample({ sample }: { readonly sample: NonNullable<Application['sample']> }) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  return (
    <Section
      title={words.sample}
      hint={words.drawn(numberText(sample.schools.length), numberText(sample.among), sample.seed)}
    >
      <ul className="jh-plain-list">
        {sample.schools.map(({ unit, name, group }) => (
          <li key={unit}>
            <Link to={view.href('schools', unit)}>{name}</Link>{' '}
            <span className="jh-hint">{common.stages[group as keyof typeof common.stages]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ItemList({
  items,
  recording,
  onRecord,
}: {
  readonly items: readonly ComparedItemShown[];
  readonly recording: Application['recording'];
  readonly onRecord: (item: ComparedItemShown) => void;
}) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const foundAt = (level: 'city' | 'province' | 'nation'): ListColumn<ComparedItemShown> => ({
    key: level,
    title: words.level[level],
    value: (row) => {
      const found = row.found.find((one) => one.level === level);
      if (found === undefined) return null;
      return [common.verdicts[found.verdict], valueText(found.value, words, text(row.shownIn)), found.note]
        .filter(Boolean)
        .join(' · ');
    },
  });
  const columns: readonly ListColumn<ComparedItemShown>[] = [
    { key: 'item', title: words.item, wide: true, value: (row) => text(row.name) },
    { key: 'kind', title: words.kind, facet: true, value: (row) => words.kinds[row.kind] },
    { key: 'school', title: words.school, value: (row) => row.unitName },
    {
      key: 'stage',
      title: words.stage,
      facet: true,
      value: (row) => common.stages[row.stage as keyof typeof common.stages],
    },
    { key: 'own', title: words.own, value: (row) => valueText(row.value, words, text(row.shownIn)) },
    { key: 'line', title: words.line, value: (row) => valueText(row.line, words, text(row.shownIn)) },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[row.verdict],
      render: (row) => <VerdictTag status={row.verdict} />,
    },
    foundAt('city'),
    foundAt('province'),
    foundAt('nation'),
  ];
  const acting: ListColumn<ComparedItemShown> = {
    key: 'record',
    title: words.record,
    sortable: false,
    value: () => null,
    render: (row) => (
      <Button
        look="quiet"
        aria-label={words.recordFor(`${text(row.name)} ${row.unitName}`)}
        onClick={() => onRecord(row)}
      >
        {words.record}
      </Button>
    ),
  };
  return (
    <LongList
      id="i"
      list="recognition.items"
      caption={words.items}
      rows={items}
      columns={recording === null ? columns : [...columns, acting]}
      rowKey={(row) => row.key}
      also={['show']}
      empty={<p className="jh-hint">{words.none}</p>}
    />
  );
}
