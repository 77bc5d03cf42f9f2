import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SearchHit } from '#contracts/organization';
import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useShellMessages } from './messages.ts';
import { useView } from './use-view.ts';

/** Finds a school or an area from anywhere; arrows choose, Enter opens, Escape closes, "/" comes here. */
export function SearchBox() {
  const words = useShellMessages();
  const view = useView();
  const navigate = useNavigate();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text.trim());
  const { data } = useAnswer(
    'organization.search',
    { query: { q: q === '' ? '-' : q, limit: 12 } },
    { enabled: q !== '' },
  );
  const hits = q === '' ? [] : (data?.rows ?? []);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  function hrefOf(hit: SearchHit): string {
    if (hit.kind === 'area') return view.href('overview', '', {}, hit.code);
    const county = hit.path.findLast((area) => area.level === 'county') ?? hit.path.at(-1);
    return view.href('schools', hit.code, {}, county?.code ?? view.area);
  }

  function go(hit: SearchHit | undefined) {
    if (!hit) return;
    setOpen(false);
    setText('');
    void navigate(hrefOf(hit));
  }

  function onKey(event: React.KeyboardEvent) {
    if (event.key === 'ArrowDown') setChosen((n) => Math.min(n + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen((n) => Math.max(n - 1, 0));
    else if (event.key === 'Enter') go(hits[chosen]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  }

  const shown = open && q !== '';
  return (
    <search className="jh-search">
      <input
        ref={input}
        className="jh-input"
        type="text"
        role="combobox"
        aria-label={words.search}
        aria-expanded={shown}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[chosen] ? `${id}-${chosen}` : undefined}
        placeholder={words.searchShort}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          setOpen(true);
        }}
      />
      <div
        id={`${id}-hits`}
        role="listbox"
        aria-label={words.search}
        className="jh-hits"
        hidden={!shown || hits.length === 0}
      >
        {hits.map((hit, index) => (
          <div
            key={`${hit.kind}:${hit.code}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // The list goes away when the field loses the focus, so the choice is made before that.
            onPointerDown={(event) => {
              event.preventDefault();
              go(hit);
            }}
          >
            <span>{hit.name}</span>
            <span className="jh-quiet">
              {hit.matched ? `${hit.matched} · ` : ''}
              {hit.path.map((area) => area.name).join(' / ')}
            </span>
          </div>
        ))}
      </div>
      <span className="jh-unseen" role="status">
        {shown && data ? (hits.length === 0 ? words.searchNothing : words.searchHits(numberText(hits.length))) : ''}
      </span>
      {shown && data && hits.length === 0 ? <p className="jh-hits jh-hits-none">{words.searchNothing}</p> : null}
    </search>
  );
}
