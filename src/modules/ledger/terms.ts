/** What happened in a month of a county's ledger. */
export interface MonthMoves {
  readonly month: string;
  readonly opened: number;
  readonly closed: number;
  readonly reopened: number;
  readonly lapsed: number;
  readonly accepted: number;
}

export interface TermMoves {
  readonly term: string;
  readonly opened: number;
  readonly closed: number;
  readonly reopened: number;
  readonly openAtEnd: number;
}

/**
 * The term of a month: the autumn term begins on 1 September, the spring term on 1 February.
 *
 * @example termOf('2027-01') // '2026-autumn'
 */
export function termOf(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  if (number >= 9) return `${year}-autumn`;
  return number === 1 ? `${year - 1}-autumn` : `${year}-spring`;
}

/** Months put together by term, oldest first, each with how many lines were open at its end. */
export function termsOf(months: readonly MonthMoves[]): TermMoves[] {
  const terms: TermMoves[] = [];
  let open = 0;
  for (const one of months.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    open += one.opened + one.reopened - one.closed - one.lapsed;
    const term = termOf(one.month);
    const last = terms.at(-1);
    const before = last?.term === term ? terms.pop() : undefined;
    terms.push({
      term,
      opened: (before?.opened ?? 0) + one.opened,
      closed: (before?.closed ?? 0) + one.closed,
      reopened: (before?.reopened ?? 0) + one.reopened,
      openAtEnd: open,
    });
  }
  return terms;
}
