import { Link } from 'react-router';
import type { LedgerSummary, MonthlyReview, SummaryRow } from '#contracts/ledger';
import { useAct } from '#web/api';
import { numberText, shareText, useText } from '#web/locale';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Button, DataTable, InlineProblem, Section } from '#web/ui';
import { LightMark } from './light-mark.tsx';
import { useWords } from './messages.ts';

/** Every area below with its light, and by which rule it has it. */
export function Areas({ summary, review }: { readonly summary: LedgerSummary; readonly review: MonthlyReview }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const moved = new Map(review.areas.map((row) => [row.area.code, row]));
  const track = useAct('ledger.track');
  const isCounty = summary.rows.every(({ area }) => area.level === 'county');
  const trackedBy = (row: SummaryRow) => row.tracked.map(({ level }) => words.levels[level]).join('、');
  return (
    <Section title={words.areas} hint={words.areasHint}>
      <InlineProblem error={track.error} />
      <DataTable
        id="a"
        caption={words.areas}
        rows={summary.rows}
        rowKey={(row) => row.area.code}
        columns={[
          {
            key: 'area',
            title: words.area,
            value: (row) => row.area.name,
            render: (row) => <Link to={view.href('review', '', {}, row.area.code)}>{row.area.name}</Link>,
          },
          {
            key: 'light',
            title: words.light,
            value: (row) => row.lit.light,
            render: (row) => <LightMark light={row.lit.light} />,
          },
          { key: 'rule', title: words.rule, wide: true, value: (row) => text(row.lit.rule) },
          { key: 'open', title: words.open, kind: 'number', value: (row) => row.counts.open },
          { key: 'overdue', title: words.overdue, kind: 'number', value: (row) => row.counts.overdue },
          {
            key: 'met',
            title: words.met,
            kind: 'number',
            value: (row) => row.metShare,
            render: (row) => shareText(row.metShare),
          },
          { key: 'opened', title: words.opened, kind: 'number', value: (row) => moved.get(row.area.code)?.opened ?? 0 },
          { key: 'closed', title: words.closed, kind: 'number', value: (row) => moved.get(row.area.code)?.closed ?? 0 },
          {
            key: 'reopened',
            title: words.reopened,
            kind: 'number',
            value: (row) => moved.get(row.area.code)?.reopened ?? 0,
          },
          {
            key: 'tracked',
            title: words.tracked,
            value: trackedBy,
            render: (row) => {
              const isTracked = row.tracked.some(({ level }) => level === 'provincial');
              return (
                <>
                  {trackedBy(row)}{' '}
                  {isCounty ? (
                    <Button
                      look="quiet"
                      disabled={track.isPending}
                      onClick={() =>
                        track.mutate({
                          params: { area: view.area, county: row.area.code },
                          body: { level: 'provincial', tracked: !isTracked },
                        })
                      }
                    >
                      {isTracked ? words.untrack : words.track}
                    </Button>
                  ) : null}
                </>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

/** District by district, family by family: how many lines are open, and whether some are overdue. */
export function Heat({ summary }: { readonly summary: LedgerSummary }) {
  const words = useWords();
  const text = useText();
  const shared = useLedgerWords();
  const rows = summary.rows.length === 0 ? [summary.whole] : summary.rows;
  return (
    <Section title={words.heat}>
      <DataTable
        id="f"
        caption={words.heat}
        rows={rows}
        rowKey={(row) => row.area.code}
        columns={[
          { key: 'area', title: words.area, value: (row) => row.area.name },
          ...summary.whole.families.map((family, at) => ({
            key: family.id,
            title: text(family.name),
            kind: 'number' as const,
            value: (row: SummaryRow) => row.families[at]?.open ?? 0,
            render: (row: SummaryRow) => {
              const own = row.families[at];
              if (own === undefined) return null;
              const status = own.overdue > 0 ? 'notMet' : own.open > 0 ? 'near' : 'met';
              return (
                <span className={`jh-cell-status jh-${status}`}>
                  {numberText(own.open)}
                  {own.overdue > 0 ? ` (${shared.overdue} ${numberText(own.overdue)})` : ''}
                </span>
              );
            },
          })),
        ]}
      />
    </Section>
  );
}
