import type { SheetView } from '#contracts/instruments';
import { useAct } from '#web/api';
import { instantText, useText } from '#web/locale';
import { keepSheet, type SheetState } from '#web/offline';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { answerText, conflictsOf } from './view-model.ts';

interface Props {
  readonly view: SheetView;
  readonly state: SheetState;
}

/** Answers that met another person's, or came after the sheet was submitted: both are shown, a person chooses. */
export function WaitingChanges({ view, state }: Props) {
  const words = useWords();
  const text = useText();
  const act = useAct('instruments.settle', { keepsAnswers: true });
  const settled = new Set(state.waiting.map(({ settles }) => settles));
  const conflicts = conflictsOf(view).filter(({ change }) => !settled.has(change.id));
  if (conflicts.length === 0) return null;
  const { area, id: sheet } = view.sheet;
  const isClosed = view.sheet.state === 'submitted';
  const take = async (opened: SheetView) => {
    await keepSheet(opened, new Date().toISOString());
    await state.reload();
  };
  const settle = (change: string) =>
    act.mutate({ params: { area, sheet, change } }, { onSuccess: (opened) => void take(opened) });
  return (
    <Section title={words.conflicts} hint={words.conflictsHint} id="conflicts">
      <ul className="jh-conflicts">
        {conflicts.map(({ change, item, standing }) => (
          <li key={change.id}>
            <h3>{text(item.words)}</h3>
            <dl>
              <div>
                <dt>{words.stands}</dt>
                <dd>
                  <strong>{standing ? answerText(item, standing, text, words) || words.empty : words.empty}</strong>
                  {standing ? (
                    <span className="jh-hint"> {words.by(standing.by, instantText(standing.at))}</span>
                  ) : null}
                </dd>
              </div>
              <div>
                <dt>{change.outcome === 'late' ? words.cameLate : words.met}</dt>
                <dd>
                  <strong>{answerText(item, change, text, words) || words.empty}</strong>
                  <span className="jh-hint"> {words.by(change.by, instantText(change.writtenAt))}</span>
                </dd>
              </div>
            </dl>
            {view.mayAnswer ? (
              <div className="jh-actions">
                <Button busy={act.isPending} onClick={() => settle(change.id)}>
                  {words.keepStanding}
                </Button>
                <Button
                  disabled={isClosed}
                  onClick={() =>
                    void state.write({
                      item: change.item,
                      value: change.value,
                      note: change.note,
                      files: change.files,
                      settles: change.id,
                    })
                  }
                >
                  {words.takeOther}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <InlineProblem error={act.error} />
    </Section>
  );
}
