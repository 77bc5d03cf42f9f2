import { useView } from '#web/shell';
import { ButtonLink } from '#web/ui';
import { useSeatsWords } from './messages.ts';

const parts = ['outlook', 'schools', 'housing'] as const;

/** The other pages of seats. */
export function ElsewhereLinks({ here }: { readonly here: (typeof parts)[number] }) {
  const words = useSeatsWords();
  const view = useView();
  const titles = { outlook: words.toOutlook, schools: words.toSchools, housing: words.toHousing };
  return (
    <>
      {parts
        .filter((part) => part !== here)
        .map((part) => (
          <ButtonLink key={part} to={view.href('seats', part === 'outlook' ? '' : part)}>
            {titles[part]}
          </ButtonLink>
        ))}
    </>
  );
}
