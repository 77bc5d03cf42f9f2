import Input from 'antd/es/input/Input';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LedgerLine } from '#contracts/ledger';
import { useAct } from '#web/api';
import { moneyText, numberText, useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly lines: readonly LedgerLine[];
  readonly today: string;
  readonly onClose: () => void;
}

/** Turns chosen lines into a project: a title, a day and the money; more can be added while it is a draft. */
export function ProjectForm({ lines, today, onClose }: Props) {
  const words = useWords();
  const view = useView();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const act = useAct('ledger.openProject');
  const costFen = lines.reduce((sum, line) => sum + (line.costFen ?? 0), 0);
  const nextYear = Number(today.slice(0, 4)) + 1;
  const [title, setTitle] = useState('');
  const [finishOn, setFinishOn] = useState(`${nextYear}-08-25`);
  const [source, setSource] = useState(words.sourceDefault);
  const [year, setYear] = useState(String(nextYear));
  const [amount, setAmount] = useState(costFen === 0 ? '' : String(costFen / 100));
  const [overReason, setOverReason] = useState('');
  const amountFen = Math.round(Number(amount) * 100);
  const send = () =>
    act.mutate(
      {
        params: { area: lines[0]?.county ?? view.area },
        body: {
          title,
          finishOn,
          overReason,
          lines: lines.map(({ id }) => id),
          funds: amountFen > 0 ? [{ source, year: Number(year), amountFen }] : [],
        },
      },
      { onSuccess: ({ id }) => void navigate(view.href('projects', id, {}, lines[0]?.county)) },
    );
  return (
    <Section title={words.choose(numberText(lines.length))} hint={words.cost(moneyText(costFen, language))}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label>
          {words.projectTitle}
          <Input
            value={title}
            required
            minLength={2}
            maxLength={120}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label>
          {words.finishOn}
          <Input type="date" value={finishOn} required onChange={(event) => setFinishOn(event.target.value)} />
        </label>
        <label>
          {words.source}
          <Input value={source} maxLength={80} onChange={(event) => setSource(event.target.value)} />
        </label>
        <label>
          {words.year}
          <Input value={year} inputMode="numeric" required onChange={(event) => setYear(event.target.value)} />
        </label>
        <label>
          {words.amount}
          <Input value={amount} inputMode="decimal" onChange={(event) => setAmount(event.target.value)} />
        </label>
        <label>
          {words.overReason}
          <Input value={overReason} maxLength={400} onChange={(event) => setOverReason(event.target.value)} />
        </label>
        <InlineProblem error={act.error} />
        <p>
          <Button look="strong" type="submit" busy={act.isPending}>
            {words.create}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </form>
    </Section>
  );
}
