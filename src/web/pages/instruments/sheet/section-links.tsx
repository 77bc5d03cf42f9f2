import { useEffect, useRef } from 'react';
import { numberText, useText } from '#web/locale';
import { useWords } from './messages.ts';
import { end, type SectionView } from './view-model.ts';

interface Props {
  readonly sections: readonly SectionView[];
  readonly here: string;
  readonly onGo: (section: string) => void;
}

/** The sections of a sheet side by side, the one that is open in view. */
export function SectionLinks({ sections, here, onGo }: Props) {
  const words = useWords();
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const links = list.current;
    const current = links?.querySelector<HTMLElement>(`[data-section="${here}"]`);
    if (links && current) links.scrollLeft = current.offsetLeft - links.offsetLeft - 16;
  }, [here]);
  const named = [
    ...sections.map(({ section, items, done }) => ({
      id: section.id,
      name: text(section.words),
      done: words.ofItems(numberText(done), numberText(items.length)),
    })),
    { id: end, name: words.finish, done: '' },
  ];
  return (
    <nav aria-label={words.sections} className="jh-sections">
      <ol ref={list}>
        {named.map(({ id, name, done }) => (
          <li key={id} data-section={id}>
            <button
              type="button"
              className="jh-section-link"
              aria-current={id === here ? 'step' : undefined}
              onClick={() => onGo(id)}
            >
              {name} <span className="jh-hint">{done}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
