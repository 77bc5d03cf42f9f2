import { useParams } from 'react-router';
import type { SchoolCard } from '#contracts/balance';
import { useAnswer } from '#web/api';
import { instantText, noValue, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useAreaName, useView } from '#web/shell';
import { Await, Button, ButtonLink, DataTable, Page, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { StageAnswer, StageHistory, StageIndicators } from './stage-card.tsx';
import { type CardInput, cellText, shownStages } from './view-model.ts';

function Inputs({ card }: { readonly card: SchoolCard }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const columns: readonly ShownColumn<CardInput>[] = [
    {
      key: 'measure',
      title: words.measure,
      value: (row) => `${text(row.name)} (${text(row.unit)})`,
      render: (row) => (
        <>
          {text(row.name)} <span className="jh-unit">{text(row.unit)}</span>
        </>
      ),
    },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    { key: 'value', title: words.value, kind: 'number', value: (row) => row.value },
    { key: 'previous', title: words.previous, kind: 'number', value: (row) => row.previous },
    { key: 'source', title: words.source, wide: true, value: (row) => cellText(row.source) || words.notReported },
    {
      key: 'importedAt',
      title: common.trace.importedAt,
      value: (row) => (row.source ? instantText(row.source.importedAt) : ''),
    },
  ];
  return (
    <Section title={words.inputs}>
      <DataTable
        id="in"
        caption={`${card.school.name} ${words.inputs}`}
        rows={card.inputs}
        columns={columns}
        rowKey={(row) => `${row.measure}@${row.stage}`}
      />
    </Section>
  );
}

function About({ card }: { readonly card: SchoolCard }) {
  const words = useWords();
  const common = useCommon();
  const { school } = card;
  const townshipName = useAreaName(school.county);
  const named = (table: Readonly<Record<string, string>>, key: string | null) =>
    key === null ? noValue : (table[key] ?? key);
  const facts: readonly (readonly [string, string])[] = [
    [words.identifier, school.identifier ?? noValue],
    [words.category, named(common.categories, school.category)],
    [words.kind, named(common.kinds, school.kind)],
    [words.ownership, named(common.ownership, school.ownership)],
    [words.urbanRural, named(common.urbanRural, school.urbanRural)],
    [words.township, townshipName(school.township) || noValue],
    [words.yearBuilt, school.yearBuilt === null ? noValue : String(school.yearBuilt)],
    [words.groupName, school.group ?? noValue],
  ];
  return (
    <Section title={words.about}>
      <dl className="jh-facts jh-facts-columns">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export function SchoolCardPage() {
  const { unit = '' } = useParams();
  const words = useWords();
  const { actions } = useCommon();
  const { language } = useLanguage();
  const view = useView();
  const asked = useAnswer('balance.school', {
    params: { area: view.area, unit },
    query: { year: view.year ?? undefined, standard: view.standard ?? undefined },
  });
  return (
    <Await asked={asked} rows={10}>
      {(card) => {
        const stages = shownStages(card, view.stage);
        return (
          <Page
            title={card.school.name}
            subject={`${card.area.name} · ${schoolYearText(card.schoolYear, language)}`}
            actions={
              <>
                <ButtonLink to={view.href('forms', '', { unit })}>{words.asked}</ButtonLink>
                <Button onClick={() => window.print()}>{actions.print}</Button>
              </>
            }
          >
            {stages.map((stage) => (
              <StageAnswer key={stage.stage} card={card} stage={stage} />
            ))}
            {stages.map((stage) => (
              <StageIndicators key={stage.stage} card={card} stage={stage} />
            ))}
            {stages.map((stage) => (
              <StageHistory key={stage.stage} card={card} stage={stage} />
            ))}
            <Inputs card={card} />
            <About card={card} />
          </Page>
        );
      }}
    </Await>
  );
}
