import type { SeatsOverview } from '#contracts/seats';
import { numberText, shareText, useCommon, useLanguage } from '#web/locale';
import { DataTable, Section, type Status, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';

interface Line {
  readonly key: string;
  readonly what: string;
  readonly value: string;
  readonly line: string;
  readonly met: boolean | null;
  readonly source: string;
}

const statusOfLine = (met: boolean | null): Status => (met === null ? 'noData' : met ? 'met' : 'notMet');

/** Shares and standards that seats are measured by, each with its clause and how sure its number is. */
export function Standards({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const { verdicts, stages } = useCommon();
  const { language } = useLanguage();
  const sure = (clause: string, confidence: keyof typeof words.confidence) =>
    `${clause} · ${words.confidence[confidence]}`;
  const shareLine = (key: 'publicKindergarten' | 'publicCompulsory' | 'qualitySeats'): Line => {
    const { of, all, share, least, met } = overview[key];
    return {
      key,
      what: words.shares[key],
      value: `${shareText(share)} (${numberText(of, 0)} / ${numberText(all, 0)})`,
      line: least === null ? words.noLine : `≥ ${shareText(least.value, 0)}`,
      met,
      source: least === null ? 'B0d' : sure(least.clause, least.confidence),
    };
  };
  const { special } = overview;
  const lines: readonly Line[] = [
    shareLine('publicKindergarten'),
    shareLine('publicCompulsory'),
    shareLine('qualitySeats'),
    ...overview.perThousand.map(
      ({ stage, seatsPerThousand, residents, required, seats, missing, confidence, clause, validFrom }): Line => ({
        key: `thousand-${stage}`,
        what: words.perThousand(stages[stage]),
        value: words.seatsOf(numberText(seats, 0)),
        line: words.perThousandLine(numberText(seatsPerThousand), numberText(residents, 0), numberText(required, 0)),
        met: missing === 0,
        source: `${sure(clause, confidence)} · ${words.from(validFrom)}`,
      }),
    ),
    {
      key: 'special',
      what: words.special,
      value: words.specialSchools(numberText(special.schools), numberText(special.residents, 0)),
      line: words.specialLine(numberText(special.threshold.value, 0)),
      met: special.covered,
      source: sure(special.threshold.clause, special.threshold.confidence),
    },
  ];
  return (
    <Section title={words.standards} hint={language === 'en' ? overview.source.en : overview.source.zh}>
      <DataTable
        id="s"
        caption={words.standards}
        bare
        rows={lines}
        rowKey={(row) => row.key}
        columns={[
          { key: 'what', title: words.measure, wide: true, value: (row) => row.what },
          { key: 'value', title: words.value, value: (row) => row.value },
          { key: 'line', title: words.line, value: (row) => row.line },
          {
            key: 'met',
            title: words.state,
            value: (row) => (row.met === null ? '' : verdicts[statusOfLine(row.met)]),
            render: (row) =>
              row.met === null ? null : (
                <span className={`jh-cell-status jh-${statusOfLine(row.met)}`}>
                  <StatusMark status={statusOfLine(row.met)} size={9} />
                  {verdicts[statusOfLine(row.met)]}
                </span>
              ),
          },
          { key: 'source', title: words.source, wide: true, value: (row) => row.source },
        ]}
      />
    </Section>
  );
}
