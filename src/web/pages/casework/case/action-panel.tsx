import type { CaseDetail } from '#contracts/casework';
import { useText } from '#web/locale';
import { useView } from '#web/shell';
import { Choice, Section } from '#web/ui';
import { ActionForm } from './action-form.tsx';
import { useWords } from './messages.ts';
import { firstAction, hasGeneralForm } from './view-model.ts';

interface Props {
  readonly detail: CaseDetail;
  readonly onOvertaken: () => void;
}

/** What the reader may do now: one action at a time, the asked one first. */
export function ActionPanel({ detail, onOvertaken }: Props) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const wanted = view.read('do');
  const action = detail.possible.find((one) => one.action === wanted) ?? firstAction(detail);
  if (action === undefined) return null;
  return (
    <Section title={words.toDo}>
      {detail.possible.length > 1 ? (
        <p>
          <Choice
            label={words.choose}
            options={detail.possible.map((one) => ({ value: one.action, label: text(one.title) }))}
            value={action.action}
            onChange={(value) => view.change({ do: value })}
          />
        </p>
      ) : null}
      {!hasGeneralForm(action) ? (
        <p className="jh-hint">{words.ownPage}</p>
      ) : action.hindrance === null ? (
        <ActionForm key={`${action.action} ${detail.seq}`} detail={detail} action={action} onOvertaken={onOvertaken} />
      ) : (
        <p className="jh-hint">
          {action.hindrance === 'fourEyes' ? words.fourEyes : words.assignedElsewhere(detail.assignee ?? '')}
        </p>
      )}
    </Section>
  );
}
