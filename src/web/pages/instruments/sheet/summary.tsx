import { useState } from 'react';
import type { SheetView } from '#contracts/instruments';
import { scoreAnswers } from '#standards';
import { useAct } from '#web/api';
import { numberText, useText } from '#web/locale';
import { keepSheet, type SheetState } from '#web/offline';
import { Button, InlineProblem, ReasonDialog, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { type SheetModel, scoreText } from './view-model.ts';

interface Props {
  readonly view: SheetView;
  readonly state: SheetState;
  readonly model: SheetModel;
  readonly onGo: (section: string, item: string) => void;
}

/** The end of a sheet: what is missing, what the answers come to, and handing it in. */
export function Summary({ view, state, model, onGo }: Props) {
  const words = useWords();
  const text = useText();
  const [asking, setAsking] = useState(false);
  const submit = useAct('instruments.submit');
  const reopen = useAct('instruments.reopen');
  const { area, id: sheet, state: sheetState } = view.sheet;
  const { missing } = model.progress;
  const names = new Map(
    model.sections.flatMap(({ section, items }) => items.map((item) => [item.id, { section, item }] as const)),
  );
  const scores = scoreAnswers(model.compiled, state.answers);
  const take = async (opened: SheetView) => {
    await keepSheet(opened, new Date().toISOString());
    await state.reload();
  };
  const isHeld = missing.length > 0 || state.waiting.length > 0 || view.waiting.length > 0;
  return (
    <>
      {missing.length === 0 ? null : (
        <Section title={words.missing(numberText(missing.length))}>
          <ul className="jh-missing">
            {missing.map(({ item, what }) => {
              const found = names.get(item);
              if (found === undefined) return null;
              return (
                <li key={item}>
                  <button type="button" className="jh-link" onClick={() => onGo(found.section.id, item)}>
                    {text(found.item.words)}
                  </button>{' '}
                  <span className="jh-hint">{words.lacks[what]}</span>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {scores.length === 0 ? null : (
        <Section title={words.scores} hint={words.scoresHint}>
          <dl className="jh-scores">
            {scores.map(({ id, words: name, value, band, counted, asked }) => (
              <div key={id}>
                <dt>{text(name)}</dt>
                <dd>
                  {value === null
                    ? words.noScore
                    : scoreText(view.instrument.scores.find((score) => score.id === id)?.how ?? 'sum', value)}
                  {band === null ? '' : ` · ${text(band)}`}
                  <span className="jh-hint"> {words.counted(numberText(counted), numberText(asked))}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {view.mayAnswer ? (
        <div className="jh-actions jh-hand-in">
          {sheetState === 'open' ? (
            <Button
              look="strong"
              busy={submit.isPending}
              disabled={isHeld}
              onClick={() => submit.mutate({ params: { area, sheet } }, { onSuccess: (opened) => void take(opened) })}
            >
              {words.submit}
            </Button>
          ) : (
            <Button look="plain" onClick={() => setAsking(true)}>
              {words.reopen}
            </Button>
          )}
        </div>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={words.reopenTitle}
          label={words.reason}
          hint={words.reopenHint}
          confirm={words.reopen}
          busy={reopen.isPending}
          onConfirm={(reason) =>
            reopen.mutate(
              { params: { area, sheet }, body: { reason } },
              {
                onSuccess: (opened) => {
                  setAsking(false);
                  void take(opened);
                },
              },
            )
          }
          onClose={() => setAsking(false)}
        />
      ) : null}
      <InlineProblem error={submit.error ?? reopen.error} />
    </>
  );
}
