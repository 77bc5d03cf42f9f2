import { type ListColumn, LongList } from '#web/lists';
import { useText } from '#web/locale';
import { Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { type ImportRule, missingOf, ruleStanding } from './view-model.ts';

const mark = { clean: 'met', found: 'near', notJudged: 'noData' } as const;

/** Every rule between forms: kept, broken so many times, or not judged and why. */
export function RuleList({ rules }: { readonly rules: readonly ImportRule[] }) {
  const words = useWords();
  const text = useText();
  const columns: readonly ListColumn<ImportRule>[] = [
    { key: 'rule', title: words.rule, wide: true, value: (row) => text(row.title) },
    {
      key: 'standing',
      title: words.standing,
      facet: ruleStanding,
      value: (row) => words.standings[ruleStanding(row)],
      render: (row) => (
        <span className={`jh-verdict jh-${mark[ruleStanding(row)]}`}>
          <StatusMark status={mark[ruleStanding(row)]} /> {words.standings[ruleStanding(row)]}
        </span>
      ),
    },
    { key: 'judged', title: words.judged, kind: 'number', value: (row) => row.judged },
    {
      key: 'found',
      title: words.found,
      kind: 'number',
      value: (row) => (row.state === 'judged' ? row.findings : null),
    },
    {
      key: 'missing',
      title: words.notJudged,
      wide: true,
      value: (row) => missingOf(row).map(text).join('\n'),
      render: (row) => missingOf(row).map((why) => <div key={why.zh}>{text(why)}</div>),
    },
  ];
  const open = rules.filter((rule) => rule.state === 'notJudged').length;
  const isSecondHand = rules.some(({ confidence }) => confidence !== 'verified');
  const hint = words.rulesHint(rules.length - open, open) + (isSecondHand ? words.rulesSecondHand : '');
  return (
    <Section title={words.rules} hint={hint}>
      <LongList
        id="r"
        list="organization.importRules"
        caption={words.rules}
        rows={rules}
        columns={columns}
        rowKey={(row) => row.rule}
      />
    </Section>
  );
}
