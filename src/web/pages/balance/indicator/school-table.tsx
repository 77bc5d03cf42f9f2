import { useMemo } from 'react';
import { Link } from 'react-router';
import type { IndicatorPage, IndicatorSchool } from '#contracts/balance';
import { type ListColumn, LongList } from '#web/lists';
import { fixedText, shareText, useCommon, useText, valueBesideLine } from '#web/locale';
import { useAreaName, useView } from '#web/shell';
import { Figure, Section, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { furthestFirst } from './view-model.ts';

const unitOf = (row: IndicatorSchool) => row.unit;

/** Every school with its value, what it is short of, and its part in the coefficient. */
export function SchoolTable({ answer }: { readonly answer: IndicatorPage }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const townshipName = useAreaName(answer.area.code);
  const { indicator, stage } = answer;
  const rows = useMemo(() => furthestFirst(answer.schools), [answer.schools]);
  const named = (table: Readonly<Record<string, string>>, key: string | null) =>
    key === null ? '' : (table[key] ?? key);
  const columns: readonly ListColumn<IndicatorSchool>[] = [
    {
      key: 'name',
      title: words.school,
      value: (row) => row.name,
      render: (row) => <Link to={view.href('schools', row.unit, { stage }, row.county)}>{row.name}</Link>,
    },
    {
      key: 'value',
      title: words.value,
      unit: text(indicator.unit),
      kind: 'number',
      decimals: indicator.decimals,
      value: (row) => row.value,
      render: (row) => (
        <Figure
          trace={{ of: 'value', indicator: indicator.id, stage, unit: row.unit }}
          what={`${row.name} ${text(indicator.name)}`}
        >
          {valueBesideLine(row.value, row.threshold, indicator.decimals)}
        </Figure>
      ),
    },
    {
      key: 'line',
      title: words.line,
      kind: 'number',
      value: (row) => row.threshold,
      render: (row) => fixedText(row.threshold, indicator.decimals),
    },
    {
      key: 'verdict',
      title: words.verdict,
      facet: (row) => row.status,
      value: (row) => common.verdicts[row.status],
      render: (row) => <VerdictTag status={row.status} />,
    },
    {
      key: 'amountShort',
      title: words.short,
      unit: text(answer.resource),
      kind: 'number',
      value: (row) => row.amountShort,
    },
    {
      key: 'contribution',
      title: words.contribution,
      kind: 'number',
      value: (row) => row.contributionShare,
      render: (row) => shareText(row.contributionShare),
    },
    { key: 'pupils', title: words.pupils, kind: 'number', decimals: 0, value: (row) => row.pupils },
    {
      key: 'previous',
      title: words.previous,
      kind: 'number',
      decimals: indicator.decimals,
      value: (row) => row.previous,
    },
    {
      key: 'urbanRural',
      title: words.urbanRural,
      facet: (row) => row.urbanRural ?? '',
      value: (row) => named(common.urbanRural, row.urbanRural),
    },
    {
      key: 'ownership',
      title: words.ownership,
      facet: (row) => row.ownership ?? '',
      value: (row) => named(common.ownership, row.ownership),
    },
    {
      key: 'township',
      title: words.township,
      facet: (row) => row.township ?? '',
      value: (row) => townshipName(row.township),
    },
    { key: 'group', title: words.group, facet: true, value: (row) => row.group ?? '' },
  ];
  return (
    <Section title={words.schools}>
      <LongList
        id="s"
        list="balance.indicator"
        caption={`${text(indicator.name)} ${words.schools}`}
        rows={rows}
        columns={columns}
        rowKey={unitOf}
      />
    </Section>
  );
}
