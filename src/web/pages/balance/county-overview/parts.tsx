import type { Overview } from '#contracts/balance';
import { noValue, numberText, shareText, useCommon, useText, valueBesideLine } from '#web/locale';
import { DataTable, Figure, Section, type ShownColumn, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { shownStatus } from './view-model.ts';

type Part = Overview['parts'][number];
type AreaIndicator = Overview['areaIndicators'][number];

/** Shares are read more easily in per cent. */
const isShare = (row: AreaIndicator) => row.schools !== null || row.unit.en === 'share';

function figureText(row: AreaIndicator): string {
  if (!isShare(row)) return valueBesideLine(row.value, row.threshold, row.decimals);
  const line = row.threshold === null ? null : row.threshold * 100;
  return row.value === null ? noValue : `${valueBesideLine(row.value * 100, line, 1)}%`;
}

/** The parts of the standard and the indicators that speak of the county itself. */
export function Parts({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const nameOf = (row: AreaIndicator) =>
    row.stage === 'all' ? text(row.name) : `${text(row.name)} · ${common.stages[row.stage]}`;
  const partName = (id: string) => {
    const part = overview.parts.find((candidate) => candidate.part === id);
    return part ? text(part.name) : id;
  };
  const partColumns: readonly ShownColumn<Part>[] = [
    { key: 'part', title: words.part, value: (part) => text(part.name) },
    { key: 'met', title: words.partMet, kind: 'number', value: (part) => part.met },
    { key: 'notMet', title: words.partNotMet, kind: 'number', value: (part) => part.notMet },
    { key: 'noData', title: words.partNoData, kind: 'number', value: (part) => part.noData },
    {
      key: 'verdict',
      title: words.verdict,
      value: (part) => common.verdicts[part.verdict],
      render: (part) => <VerdictTag status={part.verdict} />,
    },
  ];
  const areaColumns: readonly ShownColumn<AreaIndicator>[] = [
    { key: 'indicator', title: words.indicator, value: nameOf, wide: true },
    {
      key: 'value',
      title: words.value,
      kind: 'number',
      value: (row) => row.value,
      render: (row) => (
        <Figure
          trace={{ of: 'value', indicator: row.indicator, ...(row.stage === 'all' ? {} : { stage: row.stage }) }}
          what={nameOf(row)}
        >
          {figureText(row)}
        </Figure>
      ),
    },
    {
      key: 'line',
      title: words.line,
      kind: 'number',
      value: (row) => row.threshold,
      render: (row) => (isShare(row) ? shareText(row.threshold, 2) : numberText(row.threshold, row.decimals)),
    },
    { key: 'unit', title: words.resource, value: (row) => (isShare(row) ? '' : text(row.unit)) },
    {
      key: 'schools',
      title: words.schoolsNotMet,
      kind: 'number',
      value: (row) => row.schools?.notMet ?? null,
      render: (row) =>
        row.schools
          ? words.of(
              numberText(row.schools.notMet),
              numberText(row.schools.met + row.schools.notMet + row.schools.noData),
            )
          : '',
    },
    { key: 'part', title: words.part, value: (row) => partName(row.part) },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[shownStatus(row)],
      render: (row) => <VerdictTag status={shownStatus(row)} />,
    },
  ];
  return (
    <>
      <Section title={words.parts}>
        <DataTable
          id="p"
          caption={words.parts}
          rows={overview.parts}
          columns={partColumns}
          rowKey={(part) => part.part}
          bare
        />
      </Section>
      {overview.areaIndicators.length > 0 ? (
        <Section title={words.areaIndicators} hint={common.nearMeaning}>
          <DataTable
            id="a"
            caption={words.areaIndicators}
            rows={overview.areaIndicators}
            columns={areaColumns}
            rowKey={(row) => `${row.indicator}:${row.stage}`}
            search={false}
          />
        </Section>
      ) : null}
    </>
  );
}
