import Input from 'antd/es/input/Input';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Application, FindingBody, JudgedSignalShown } from '#contracts/recognition';
import { useAct } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, Choice, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

const verdicts: readonly FindingBody['verdict'][] = ['met', 'notMet', 'noData'];

interface SignalsProps {
  readonly params: { readonly area: string; readonly application: string };
  readonly schoolYear: number;
  readonly signals: Application['signals'];
  readonly recording: Application['recording'];
}

/** Signals of false data: each explained, with what the county answered and what every level judged. */
export function Signals({ params, schoolYear, signals, recording }: SignalsProps) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const [judging, setJudging] = useState<JudgedSignalShown | null>(null);
  const judgedAt = (level: 'city' | 'province' | 'nation'): ListColumn<JudgedSignalShown> => ({
    key: level,
    title: words.level[level],
    value: (row) => {
      const found = row.found.find((one) => one.level === level);
      return found === undefined ? null : `${words.judgements[found.verdict]} · ${found.note}`;
    },
  });
  const columns: readonly ListColumn<JudgedSignalShown>[] = [
    {
      key: 'signal',
      title: words.signal,
      wide: true,
      value: (row) => text(row.finding.message),
      render: (row) => (
        <>
          {text(row.finding.message)}
          <br />
          <span className="jh-hint">
            {words.lookAt} {text(row.finding.remedy)}
          </span>
        </>
      ),
    },
    { key: 'school', title: words.school, value: (row) => row.finding.unit?.name ?? row.finding.area?.name ?? null },
    {
      key: 'chance',
      title: words.chance,
      wide: true,
      value: (row) => (row.finding.chance ? text(row.finding.chance) : null),
    },
    {
      key: 'county',
      title: words.countyAnswer,
      value: (row) => (row.finding.state === 'open' ? null : row.finding.reason),
    },
    judgedAt('city'),
    judgedAt('province'),
    judgedAt('nation'),
    {
      key: 'judge',
      title: words.judge,
      sortable: false,
      value: () => null,
      render: (row) =>
        recording === null ? null : (
          <Button
            look="quiet"
            aria-label={`${words.judge} ${text(row.finding.message)}`}
            onClick={() => setJudging(row)}
          >
            {words.judge}
          </Button>
        ),
    },
  ];
  return (
    <Section
      id="signals"
      title={words.signals}
      hint={words.signalsHint}
      actions={
        <Link to={view.hrefTo(`/areas/${params.area}/data-quality`, { year: String(schoolYear) })}>
          {words.toQuality}
        </Link>
      }
    >
      {judging === null ? null : (
        <JudgementForm key={judging.key} params={params} signal={judging} onClose={() => setJudging(null)} />
      )}
      <LongList
        id="s"
        list="recognition.signals"
        caption={words.signals}
        rows={signals}
        columns={recording === null ? columns.slice(0, -1) : columns}
        rowKey={(row) => row.key}
        also={['show']}
        empty={<p className="jh-hint">{words.noSignals}</p>}
      />
    </Section>
  );
}

function JudgementForm({
  params,
  signal,
  onClose,
}: {
  readonly params: SignalsProps['params'];
  readonly signal: JudgedSignalShown;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const text = useText();
  const act = useAct('recognition.find');
  const [verdict, setVerdict] = useState<FindingBody['verdict']>('noData');
  const [note, setNote] = useState('');
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(
          { params: { ...params, item: signal.key }, body: { value: null, verdict, note } },
          { onSuccess: onClose },
        );
      }}
    >
      <p>{text(signal.finding.message)}</p>
      <Choice
        label={words.judgement}
        showLabel
        value={verdict}
        options={verdicts.map((one) => ({ value: one, label: words.judgements[one] }))}
        onChange={setVerdict}
      />
      <label>
        {words.judgementReason}
        <Input value={note} required maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <InlineProblem error={act.error} />
      <p>
        <Button look="strong" type="submit" busy={act.isPending} disabled={note.trim() === ''}>
          {words.save}
        </Button>{' '}
        <Button look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}
