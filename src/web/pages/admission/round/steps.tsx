import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import type { BoardRound } from '#contracts/admission';
import { useAct } from '#web/api';
import { useText } from '#web/locale';
import { Button, Field, InlineProblem, ReasonDialog, Section } from '#web/ui';
import { useWords } from './messages.ts';

type PlainAct = 'publish' | 'begin' | 'close' | 'freeze' | 'announce' | 'register' | 'withdraw';
const plainActs: readonly PlainAct[] = ['publish', 'begin', 'close', 'freeze', 'announce', 'register', 'withdraw'];

/** The steps that whoever looks may take now; a step that four eyes keep from them says so. */
export function Steps({ round }: { readonly round: BoardRound }) {
  const words = useWords();
  const text = useText();
  const act = useAct('admission.act');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const params = { area: round.area.code, round: round.id };
  const shown = round.acts.flatMap((one) => {
    const plain = plainActs.find((name) => name === one.act);
    return plain === undefined ? [] : [{ ...one, act: plain }];
  });
  const seed = round.acts.find((one) => one.act === 'seed');
  const take = (name: PlainAct, reason = '') =>
    act.mutate({ params: { ...params, act: name }, body: { seenSeq: round.seq, reason } });
  return (
    <Section title={words.next}>
      {round.state === 'seeded' ? <p role="status">{words.placing}</p> : null}
      {shown.length === 0 && seed === undefined ? <p>{words.nothing}</p> : null}
      <div className="jh-actions">
        {shown.map(({ act: name, title, isBarred }) => (
          <span key={name}>
            <Button
              look={name === 'withdraw' ? 'danger' : 'strong'}
              busy={act.isPending}
              disabled={isBarred}
              onClick={() => (name === 'withdraw' ? setWithdrawing(true) : take(name))}
            >
              {text(title)}
            </Button>{' '}
            {isBarred ? <span className="jh-quiet">{words.barred}</span> : null}
          </span>
        ))}
      </div>
      <InlineProblem error={act.error} />
      {seed === undefined ? null : <SeedForm round={round} />}
      {isWithdrawing ? (
        <ReasonDialog
          title={text(shown.find((one) => one.act === 'withdraw')?.title ?? { zh: '', en: '' })}
          label={words.reason}
          confirm={text(shown.find((one) => one.act === 'withdraw')?.title ?? { zh: '', en: '' })}
          onConfirm={(reason) => {
            setWithdrawing(false);
            take('withdraw', reason);
          }}
          onClose={() => setWithdrawing(false)}
        />
      ) : null}
    </Section>
  );
}

function SeedForm({ round }: { readonly round: BoardRound }) {
  const words = useWords();
  const id = useId();
  const enter = useAct('admission.seed');
  const [value, setValue] = useState('');
  const [source, setSource] = useState('');
  const [witnesses, setWitnesses] = useState('');
  const named = witnesses.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return (
    <form
      className="jh-question"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { value, source, witnesses: named, seenSeq: round.seq };
        enter.mutate({ params: { area: round.area.code, round: round.id }, body });
      }}
    >
      <h3>{words.seedTitle}</h3>
      <p className="jh-hint">{words.seedHint}</p>
      <Field label={words.value} value={value} onChange={setValue} />
      <Field label={words.source} value={source} onChange={setSource} />
      <p>
        <label htmlFor={`${id}-witnesses`}>{words.witnesses}</label>
        <TextArea
          id={`${id}-witnesses`}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={witnesses}
          onChange={(event) => setWitnesses(event.target.value)}
        />
      </p>
      <p>
        <Button
          type="submit"
          look="strong"
          busy={enter.isPending}
          disabled={value.trim().length < 4 || source.trim().length < 4 || named.length < 2}
        >
          {words.enter}
        </Button>
      </p>
      <InlineProblem error={enter.error} />
    </form>
  );
}
