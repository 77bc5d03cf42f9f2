import { useState } from 'react';
import type { BoardRound, CheckRow } from '#contracts/admission';
import { useAct } from '#web/api';
import { useText } from '#web/locale';
import { useAdmissionWords } from '#web/pages/admission/admission-words';
import { Button, DataTable, Field, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly area: string;
  readonly round: string;
  readonly row: CheckRow;
  readonly categories: BoardRound['categories'];
  /** The round is being checked, so that something may be decided. */
  readonly isOpen: boolean;
}

type Decision = 'confirm' | 'proposeRefusal' | 'refuse' | 'return';

/** One child of the queue with what each list says, and what may be decided. */
export function CheckedChild({ area, round, row, categories, isOpen }: Props) {
  const words = useWords();
  const text = useText();
  const shared = useAdmissionWords();
  const decide = useAct('admission.decide');
  const [reason, setReason] = useState('');
  const [category, setCategory] = useState('');
  const side = ({ name, identity, birthDate }: CheckRow['matches'][number]['written']) =>
    [name, identity, birthDate].filter((part) => part !== '').join(' ');
  const act = (decision: Decision) =>
    decide.mutate({
      params: { area, round, child: row.child },
      body: { decision, reason, ...(category === '' ? {} : { category }) },
    });
  const hasReason = reason.trim().length >= 2;
  return (
    <Section
      title={row.token}
      hint={`${shared.checks[row.check]} · ${words.claimed(text(row.claimed))}${row.zone === null ? '' : ` · ${text(row.zone)}`}`}
    >
      {row.reason === '' ? null : <p>{row.check === 'refusalProposed' ? words.proposed(row.reason) : row.reason}</p>}
      {row.matches.length === 0 ? null : (
        <DataTable
          id={`c${row.token}`}
          caption={row.token}
          bare
          rows={row.matches}
          rowKey={({ list }) => list}
          columns={[
            { key: 'list', title: words.list, value: ({ name }) => text(name) },
            { key: 'outcome', title: words.outcome, value: ({ outcome }) => words.outcomes[outcome] },
            { key: 'written', title: words.written, value: ({ written }) => side(written) },
            { key: 'found', title: words.found, value: ({ found }) => (found === null ? '—' : side(found)) },
          ]}
        />
      )}
      {isOpen ? (
        <>
          <div className="jh-filter-row">
            {row.check === 'refusalProposed' ? null : (
              <Picker
                label={words.as}
                showLabel
                value={category}
                options={[
                  { value: '', label: text(row.claimed) },
                  ...categories.map(({ id, name }) => ({ value: id, label: text(name) })),
                ]}
                onChange={setCategory}
              />
            )}
          </div>
          <Field label={words.reason} value={reason} onChange={setReason} />
          <div className="jh-actions">
            {row.check === 'refusalProposed' ? (
              <>
                <Button
                  look="danger"
                  busy={decide.isPending}
                  disabled={!hasReason || row.isOwnProposal}
                  onClick={() => act('refuse')}
                >
                  {words.refuse}
                </Button>
                <Button busy={decide.isPending} onClick={() => act('return')}>
                  {words.return}
                </Button>
                {row.isOwnProposal ? <span className="jh-quiet">{words.ownProposal}</span> : null}
              </>
            ) : (
              <>
                <Button look="strong" busy={decide.isPending} disabled={!hasReason} onClick={() => act('confirm')}>
                  {words.confirm}
                </Button>
                <Button
                  look="danger"
                  busy={decide.isPending}
                  disabled={!hasReason}
                  onClick={() => act('proposeRefusal')}
                >
                  {words.propose}
                </Button>
              </>
            )}
          </div>
          <InlineProblem error={decide.error} />
        </>
      ) : null}
    </Section>
  );
}
