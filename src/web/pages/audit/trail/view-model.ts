export interface TrailFilters {
  readonly area: string;
  readonly by?: string;
  readonly act?: string;
  readonly from?: string;
  readonly to?: string;
  readonly result?: 'done' | 'refused';
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filters as the address states them; what is not of its form is left away. */
export function filtersOf(read: (key: string) => string, area: string): TrailFilters {
  const result = read('result');
  const [by, act, from, to] = [read('by'), read('act'), read('from'), read('to')];
  return {
    area: area === '' ? '000000' : area,
    ...(by === '' ? {} : { by }),
    ...(act === '' ? {} : { act }),
    ...(day.test(from) ? { from } : {}),
    ...(day.test(to) ? { to } : {}),
    ...(result === 'done' || result === 'refused' ? { result } : {}),
  };
}
