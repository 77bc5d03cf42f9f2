import { Link } from 'react-router';
import type { CardItem, ComplianceCard } from '#contracts/ledger';
import { fileAddress, useAnswer } from '#web/api';
import { noValue, numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { figureBeside, lineText, useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, DataTable, Figure, Page, Section, type ShownColumn, StatusMark, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';

function useColumns(card: ComplianceCard): readonly ShownColumn<CardItem>[] {
  const words = useWords();
  const shared = useLedgerWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { unit, name } = card.school;
  return [
    { key: 'title', title: shared.item, wide: true, value: (row) => text(row.title) },
    {
      key: 'stage',
      title: shared.stage,
      value: (row) => (row.stage === 'all' ? shared.wholeSchool : common.stages[row.stage]),
    },
    {
      key: 'value',
      title: shared.value,
      kind: 'number',
      value: (row) => row.value,
      render: (row) => (
        <Figure
          trace={{ of: 'value', indicator: row.indicator, stage: row.stage, unit, standard: row.standard }}
          what={`${name} ${text(row.title)}`}
        >
          {figureBeside(row.value, row.threshold, row.decimals, row.unit)}
        </Figure>
      ),
    },
    {
      key: 'line',
      title: shared.line,
      kind: 'number',
      value: (row) => row.threshold,
      render: (row) => (row.hasLine ? lineText(row.threshold, row.decimals, row.unit) : words.noLine),
    },
    {
      key: 'unit',
      title: words.unit,
      value: (row) => (row.unit.en === 'share' ? '' : text(row.unit)),
      sortable: false,
    },
    {
      key: 'status',
      title: words.verdict,
      value: (row) => common.verdicts[row.status],
      render: (row) => (row.hasLine ? <VerdictTag status={row.status} /> : noValue),
    },
    {
      key: 'gap',
      title: words.gap,
      value: (row) => (row.shortfall > 0 ? shared.shortBy(numberText(row.shortfall, 1), text(row.resource)) : ''),
      render: (row) => {
        if (row.shortfall === 0) return null;
        const said = shared.shortBy(numberText(row.shortfall, 1), text(row.resource));
        return row.line === null ? said : <Link to={view.href('ledger', row.line.id)}>{said}</Link>;
      },
    },
    { key: 'clause', title: words.clause, value: (row) => row.clause },
  ];
}

function Card({ card }: { readonly card: ComplianceCard }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const columns = useColumns(card);
  const { counts } = card;
  const red = card.families.flatMap(({ items }) => items).filter((one) => one.bottomLine && one.status === 'notMet');
  const details = [
    counts.bottomLineNotMet > 0 ? words.bottomLine(numberText(counts.bottomLineNotMet)) : '',
    counts.noData > 0 ? words.noData(numberText(counts.noData)) : '',
    counts.withoutLine > 0 ? words.withoutLine(numberText(counts.withoutLine)) : '',
  ].filter(Boolean);
  const file = fileAddress('ledger.cardFile', {
    params: { area: card.area.code, unit: card.school.unit },
    query: { year: card.schoolYear, language: language === 'en' ? 'en' : 'zh' },
  });
  const itemKey = (row: CardItem) => `${row.standard} ${row.indicator} ${row.stage}`;
  return (
    <Page
      title={card.school.name}
      subject={`${words.title} · ${schoolYearText(card.schoolYear, language)}`}
      actions={
        <a className="jh-button" href={file} download>
          {words.export}
        </a>
      }
    >
      <Answer detail={details.join(language === 'en' ? '; ' : '；')}>
        <StatusMark status={counts.notMet > 0 ? 'notMet' : counts.noData > 0 ? 'noData' : 'met'} />
        {words.answer(numberText(counts.met), numberText(counts.judged))}
      </Answer>
      <Section title={words.redList}>
        {red.length === 0 ? (
          <p>{words.redEmpty}</p>
        ) : (
          <DataTable id="r" caption={words.redList} bare rows={red} columns={columns} rowKey={itemKey} />
        )}
      </Section>
      {card.families.map((family) => (
        <Section key={family.id} title={text(family.name)}>
          <DataTable
            id={family.id}
            caption={text(family.name)}
            bare
            rows={family.items}
            columns={columns}
            rowKey={itemKey}
          />
        </Section>
      ))}
    </Page>
  );
}

/** One school against every item, by the six families and the bottom line. */
export function SchoolCard({ unit }: { readonly unit: string }) {
  const view = useView();
  const asked = useAnswer('ledger.card', {
    params: { area: view.area, unit },
    query: { year: view.year ?? undefined },
  });
  return (
    <Await asked={asked} rows={14}>
      {(card) => <Card card={card} />}
    </Await>
  );
}
