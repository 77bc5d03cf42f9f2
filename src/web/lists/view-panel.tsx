import { useId, useState } from 'react';
import { Button } from '#web/ui';
import { FoldOut } from './fold-out.tsx';
import { useWords } from './messages.ts';
import { forgetView, keepView, readSavedViews, viewSearch } from './saved-views.ts';

interface Props {
  /** Whose views these are; several may use one device. */
  readonly person: string;
  readonly id: string;
  readonly list: string;
  readonly also: readonly string[];
  readonly parameters: URLSearchParams;
  readonly onChoose: (search: string) => void;
}

/** Views with a name, kept on this device: choose one, keep the present one, forget one. */
export function ViewPanel({ id, list, also, person, parameters, onChoose }: Props) {
  const words = useWords();
  const shelf = `${list}@${person}`;
  const [views, setViews] = useState(() => readSavedViews(window.localStorage, shelf));
  const [name, setName] = useState('');
  const field = useId();
  const search = viewSearch(parameters, id, also);
  const current = views.find((view) => view.search === search);
  return (
    <FoldOut label={current?.name ?? words.views} title={words.viewsTitle}>
      {(close) => {
        const choose = (chosen: string) => {
          onChoose(chosen);
          close();
        };
        return (
          <>
            <ul className="jh-view-list">
              <li>
                <Button look="quiet" onClick={() => choose('')}>
                  {words.viewPlain}
                </Button>
              </li>
              {views.map((view) => (
                <li key={view.name}>
                  <Button look={view === current ? 'strong' : 'quiet'} onClick={() => choose(view.search)}>
                    {view.name}
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={words.viewForget(view.name)}
                    onClick={() => setViews(forgetView(window.localStorage, shelf, view.name))}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
            {views.length === 0 ? <p className="jh-hint">{words.viewsEmpty}</p> : null}
            <form
              className="jh-view-form"
              onSubmit={(event) => {
                event.preventDefault();
                setViews(keepView(window.localStorage, shelf, { name: name.trim(), search }));
                setName('');
              }}
            >
              <label htmlFor={field}>{words.viewName}</label>
              <input
                id={field}
                className="jh-input"
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <Button type="submit" disabled={name.trim() === ''}>
                {words.viewKeep}
              </Button>
            </form>
            <p className="jh-hint">{words.viewHint}</p>
          </>
        );
      }}
    </FoldOut>
  );
}
