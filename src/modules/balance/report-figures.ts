const noValue = '—';
const formats = new Map<string, Intl.NumberFormat>();

/** A figure as the screen shows it: thousands separators, at most so many decimals, a dash where nothing was reported. */
export function figureText(value: number | null, decimals = 2): string {
  return value === null || !Number.isFinite(value) ? noValue : plain(format(0, decimals).format(value));
}

/** The same with a fixed number of decimals, for columns of coefficients. */
export function fixedFigureText(value: number | null, decimals: number): string {
  return value === null || !Number.isFinite(value) ? noValue : plain(format(decimals, decimals).format(value));
}

/** A figure beside its line: decimals are added until the two no longer read the same, unless they are the same. */
export function figureBesideLine(value: number | null, line: number | null, decimals = 2): string {
  if (value === null || line === null || value === line) return figureText(value, decimals);
  let places = decimals;
  while (places < 9 && figureText(value, places) === figureText(line, places)) places += 1;
  return figureText(value, places);
}

/** A coefficient with three decimals, more where it would read like its limit. */
export function coefficientText(value: number | null, limit: number | null): string {
  return value !== null && value !== limit && fixedFigureText(value, 3) === fixedFigureText(limit, 3)
    ? figureBesideLine(value, limit, 3)
    : fixedFigureText(value, 3);
}

/** Fen as 万元 with one decimal, or as yuan. */
export function moneyFigureText(fen: number | null, language: 'zh' | 'en'): string {
  if (fen === null) return noValue;
  const yuan = fen / 100;
  if (language === 'en') return `${figureText(yuan, 0)} yuan`;
  return Math.abs(yuan) >= 1e4 ? `${figureText(yuan / 1e4, 1)}万元` : `${figureText(yuan, 0)}元`;
}

function format(minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${minimum}:${maximum}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  formats.set(key, made);
  return made;
}

function plain(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
