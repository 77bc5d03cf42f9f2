import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

// Long enough that a typed word is looked for once, short enough to seem at once.
const pauseMs = 120;

/** A search field that asks when the typing pauses, and follows the address when that changes elsewhere. */
export function SearchField({ label, placeholder, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [asked, setAsked] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (told !== value) {
    setTold(value);
    // What comes back from our own question must not overwrite what was typed since.
    if (value !== asked) setTyped(value);
  }
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <input
      type="search"
      className="jh-input"
      placeholder={placeholder}
      aria-label={label}
      value={typed}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        clearTimeout(waiting.current);
        waiting.current = setTimeout(() => {
          setAsked(next);
          onChange(next);
        }, pauseMs);
      }}
    />
  );
}
