import type { SchoolCard } from '#contracts/balance';
import { fixedText, numberText, schoolYearText, useCommon, useLanguage, useText, valueBesideLine } from '#web/locale';
import {
  Answer,
  DataTable,
  Figure,
  Ruler,
  Section,
  type ShownColumn,
  StatusMark,
  useIndicatorName,
  VerdictTag,
} from '#web/ui';
import { useWords } from './messages.ts';
import { type CardIndicator, judgedOf, type StageCard, shortfalls, wholeShort, yearsOf } from './view-model.ts';

// A sentence with more than two shortfalls is no longer read.
const named = 2;

interface Props {
  readonly card: SchoolCard;
  readonly stage: StageCard;
}

/** What is missing to the line, in whole units: half a teacher cannot be employed. */
function useGapText(): (row: CardIndicator) => string {
  const words = useWords();
  const text = useText();
  return (row) => {
    const pieces = wholeShort(row);
    return pieces === null ? '' : words.shortBy(numberText(pieces, 0), text(row.resource));
  };
}

/** What the school lacks in this stage, in one sentence. */
export function StageAnswer({ card, stage }: Props) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const gapText = useGapText();
  const nameOf = useIndicatorName(card.indicators);
  const decimals = (id: string) => card.indicators.find((indicator) => indicator.id === id)?.decimals ?? 2;
  const stageName = common.stages[stage.stage];
  const short = shortfalls(stage);
  const gaps = short
    .slice(0, named)
    .map((row) =>
      words.gap(
        nameOf(row.indicator),
        valueBesideLine(row.value, row.threshold, decimals(row.indicator)),
        numberText(row.threshold, decimals(row.indicator)),
        gapText(row) || common.verdicts.notMet,
      ),
    );
  const sentence = stage.excludedBy
    ? `${stageName}${words.separator}${words.excluded(text(stage.excludedBy.name))}`
    : [
        words.answer(stageName, numberText(stage.met), numberText(judgedOf(stage))),
        ...gaps,
        ...(short.length > named ? [words.more(numberText(short.length - named))] : []),
      ].join(words.separator);
  return (
    <Answer detail={stage.pupils === null ? null : words.people(numberText(stage.pupils, 0))}>
      <StatusMark status={stage.verdict} />
      {sentence}
      {words.end}
    </Answer>
  );
}

/** A ruler for each indicator: value, line, county and group. */
export function StageIndicators({ card, stage }: Props) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const gapText = useGapText();
  const nameOf = useIndicatorName(card.indicators);
  const infoOf = (id: string) => card.indicators.find((indicator) => indicator.id === id);
  const decimals = (id: string) => infoOf(id)?.decimals ?? 2;
  const short: ShownColumn<CardIndicator> = {
    key: 'short',
    title: words.short,
    value: gapText,
  };
  const groupMean: ShownColumn<CardIndicator> = {
    key: 'groupMean',
    title: words.groupMean,
    kind: 'number',
    value: (row) => row.groupMean,
    render: (row) => fixedText(row.groupMean, decimals(row.indicator)),
  };
  const columns: readonly ShownColumn<CardIndicator>[] = [
    {
      key: 'indicator',
      title: words.indicator,
      value: (row) => nameOf(row.indicator),
      render: (row) => (
        <>
          {nameOf(row.indicator)}
          {row.exceptions.map((applied) => (
            <div key={applied.id} className="jh-hint">
              {words.exception(text(applied.name))}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'value',
      title: words.value,
      kind: 'number',
      value: (row) => row.value,
      render: (row) => (
        <Figure
          trace={{ of: 'value', indicator: row.indicator, stage: stage.stage, unit: card.school.unit }}
          what={`${card.school.name} ${nameOf(row.indicator)}`}
        >
          {valueBesideLine(row.value, row.threshold, decimals(row.indicator))}
        </Figure>
      ),
    },
    {
      key: 'line',
      title: words.line,
      kind: 'number',
      value: (row) => row.threshold,
      render: (row) => fixedText(row.threshold, decimals(row.indicator)),
    },
    {
      key: 'ruler',
      title: words.ruler,
      sortable: false,
      wide: true,
      value: (row) => text(infoOf(row.indicator)?.unit ?? { zh: '', en: '' }),
      render: (row) => (
        <Ruler
          value={row.value}
          line={row.threshold}
          status={row.status}
          decimals={decimals(row.indicator)}
          lineLabel={words.line}
          marks={[
            { label: words.county, value: row.countyMean },
            { label: words.group, value: row.groupMean },
          ]}
        />
      ),
    },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[row.status],
      render: (row) => <VerdictTag status={row.status} />,
    },
    ...(stage.indicators.some((row) => wholeShort(row) !== null) ? [short] : []),
    {
      key: 'countyMean',
      title: words.countyMean,
      kind: 'number',
      value: (row) => row.countyMean,
      render: (row) => fixedText(row.countyMean, decimals(row.indicator)),
    },
    ...(stage.indicators.some((row) => row.groupMean !== null) ? [groupMean] : []),
    {
      key: 'rank',
      title: words.rank,
      kind: 'number',
      value: (row) => row.rank,
      render: (row) => (row.rank === null ? '' : words.rankOf(numberText(row.rank), numberText(row.rankOf))),
    },
  ];
  const title = words.indicators(common.stages[stage.stage]);
  return (
    <Section title={title} hint={words.rulerHint}>
      <DataTable
        id={`i-${stage.stage}`}
        caption={title}
        rows={stage.indicators}
        columns={columns}
        rowKey={(row) => row.indicator}
        search={false}
      />
    </Section>
  );
}

/** The same indicators by school year. */
export function StageHistory({ card, stage }: Props) {
  const words = useWords();
  const common = useCommon();
  const { language } = useLanguage();
  const nameOf = useIndicatorName(card.indicators);
  const years = yearsOf(stage);
  if (years.length < 2) return null;
  const decimals = (id: string) => card.indicators.find((indicator) => indicator.id === id)?.decimals ?? 2;
  const columns: readonly ShownColumn<CardIndicator>[] = [
    { key: 'indicator', title: words.indicator, value: (row) => nameOf(row.indicator) },
    ...years.map((year): ShownColumn<CardIndicator> => {
      const past = (row: CardIndicator) => row.history.find((one) => one.schoolYear === year);
      return {
        key: String(year),
        title: schoolYearText(year, language),
        kind: 'number',
        value: (row) => past(row)?.value ?? null,
        render: (row) => {
          const one = past(row);
          return one ? (
            <span className={`jh-cell-status jh-${one.verdict}`}>
              {one.verdict === 'met' ? null : <StatusMark status={one.verdict} size={9} />}
              {valueBesideLine(one.value, one.threshold, decimals(row.indicator))}
              <span className="jh-unseen"> {common.verdicts[one.verdict]}</span>
            </span>
          ) : null;
        },
      };
    }),
  ];
  const title = `${words.history} · ${common.stages[stage.stage]}`;
  return (
    <Section title={title}>
      <DataTable
        id={`h-${stage.stage}`}
        caption={title}
        rows={stage.indicators}
        columns={columns}
        rowKey={(row) => row.indicator}
        search={false}
      />
    </Section>
  );
}
