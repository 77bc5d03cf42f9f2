import type { MatchOutcome, StoredMatch } from './model.ts';
import type { AdmissionRules } from './rules-schema.ts';

/** A person as written down somewhere. */
export interface Person {
  readonly name: string;
  readonly identity: string;
  readonly birthDate: string;
}

export interface ListedPerson extends Person {
  readonly id: string;
  readonly value: string;
}

/** The rows of one official list, ready to be asked. */
export interface ListIndex {
  readonly byNumber: ReadonlyMap<string, ListedPerson>;
  readonly byPerson: ReadonlyMap<string, ListedPerson>;
}

export function indexList(rows: readonly ListedPerson[]): ListIndex {
  return {
    byNumber: new Map(rows.map((row) => [sameNumber(row.identity), row])),
    byPerson: new Map(rows.map((row) => [personKey(row), row])),
  };
}

export interface Matched {
  readonly checked: 'sure' | 'doubtful' | 'missing';
  /** The claimed category where every list it needs is sure. */
  readonly category: string | null;
  readonly matches: readonly StoredMatch[];
  /** What sure lists say, by list. */
  readonly proved: Readonly<Record<string, string>>;
}

/**
 * Compares a child with the lists of a round. A number that stands there under another name or birthday is never linked by itself: it is
 * doubtful, and so is the same name and birthday under another number.
 *
 * @returns `sure` where every list that the claimed category needs agrees; `missing` where one does not know the person
 */
export function matchChild(
  rules: Pick<AdmissionRules, 'lists' | 'categories'>,
  lists: ReadonlyMap<string, ListIndex>,
  { claimed, child, guardian }: { readonly claimed: string; readonly child: Person; readonly guardian: Person },
): Matched {
  const matches: StoredMatch[] = [];
  const proved: Record<string, string> = {};
  for (const { by, of } of rules.lists) {
    const { outcome, found } = compare(lists.get(by), of === 'child' ? child : guardian);
    matches.push({ list: by, outcome, row: found?.id ?? null });
    if (outcome === 'sure') proved[by] = found?.value ?? '';
  }
  const needs = rules.categories.find(({ id }) => id === claimed)?.needs ?? [];
  const of = (by: string) => matches.find(({ list }) => list === by)?.outcome ?? 'missing';
  const outcomes = needs.map(of);
  if (outcomes.every((outcome) => outcome === 'sure')) return { checked: 'sure', category: claimed, matches, proved };
  const isDoubtful = outcomes.some((outcome) => outcome !== 'sure' && outcome !== 'missing');
  return { checked: isDoubtful ? 'doubtful' : 'missing', category: null, matches, proved };
}

function compare(
  list: ListIndex | undefined,
  person: Person,
): { readonly outcome: MatchOutcome; readonly found?: ListedPerson } {
  const same = list?.byNumber.get(sameNumber(person.identity));
  if (same === undefined) {
    const other = list?.byPerson.get(personKey(person));
    return other === undefined ? { outcome: 'missing' } : { outcome: 'identityDiffers', found: other };
  }
  if (sameName(same.name) !== sameName(person.name)) return { outcome: 'nameDiffers', found: same };
  if (same.birthDate !== '' && person.birthDate !== '' && same.birthDate !== person.birthDate) {
    return { outcome: 'dateDiffers', found: same };
  }
  return { outcome: 'sure', found: same };
}

function sameNumber(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** Names without spaces and with one kind of the dot that parts given names of some peoples. */
function sameName(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[•・‧∙●.]/g, '·');
}

function personKey({ name, birthDate }: Person): string {
  return `${sameName(name)} ${birthDate}`;
}
