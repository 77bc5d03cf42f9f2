import Input from 'antd/es/input/Input';
import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** A text of rules, checked while it stands here; opening a round makes it a version that never changes. */
export function OpenRound({ area }: { readonly area: string }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const { data: shipped } = useAnswer('admission.shippedRules', { params: { area } });
  const check = useAct('admission.checkRules', { keepsAnswers: true });
  const open = useAct('admission.open');
  const [chosen, setChosen] = useState('');
  const [rules, setRules] = useState('');
  const [reason, setReason] = useState('');
  const write = (next: string) => {
    check.reset();
    setRules(next);
  };
  return (
    <Section title={words.open}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(
            { params: { area }, body: { text: rules, reason } },
            { onSuccess: ({ id: round }) => void go(view.href('admission', round)) },
          );
        }}
      >
        <Picker
          label={words.shipped}
          showLabel
          value={chosen}
          options={[
            { value: '', label: words.own },
            ...(shipped?.rows ?? []).map((one) => ({ value: one.id, label: text(one.name) })),
          ]}
          onChange={(next) => {
            setChosen(next);
            write(shipped?.rows.find((one) => one.id === next)?.text ?? '');
          }}
        />
        <label htmlFor={`${id}-reason`}>
          {words.reason}
          <Input
            id={`${id}-reason`}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p>
          <label htmlFor={`${id}-rules`}>{words.rules}</label>
          <TextArea
            id={`${id}-rules`}
            autoSize={{ minRows: 4, maxRows: 18 }}
            value={rules}
            onChange={(event) => write(event.target.value)}
          />
        </p>
        {check.data === undefined ? null : (
          <div role="status">
            {check.data.mistakes.length === 0 ? (
              words.clean
            ) : (
              <>
                <p className="jh-problem">{words.mistakes(numberText(check.data.mistakes.length))}</p>
                <ol>
                  {check.data.mistakes.map((one) => (
                    <li key={`${one.line} ${one.column} ${one.path} ${one.message.en}`}>
                      {words.at(String(one.line), String(one.column))}：{text(one.message)}
                      {one.clause === null ? null : `（${one.clause.document} ${one.clause.clause}）`}
                    </li>
                  ))}
                </ol>
              </>
            )}
          </div>
        )}
        <InlineProblem error={open.error ?? check.error} />
        <p className="jh-actions">
          <Button
            busy={check.isPending}
            disabled={rules === ''}
            onClick={() => check.mutate({ params: { area }, body: { text: rules } })}
          >
            {words.check}
          </Button>
          <Button type="submit" look="strong" busy={open.isPending} disabled={rules === '' || reason.trim().length < 2}>
            {words.begin}
          </Button>
        </p>
      </form>
    </Section>
  );
}
