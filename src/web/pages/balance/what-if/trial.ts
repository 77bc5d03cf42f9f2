import type { Change, ColumnKey, EvaluationInput } from '#standards';

/** A change tried out, named by schools' ids so that it survives a new answer from the server. */
export type Trial =
  | { readonly kind: 'set'; readonly unit: string; readonly column: ColumnKey; readonly value: number }
  | { readonly kind: 'merge'; readonly unit: string; readonly into: string };

// Both are escaped inside a part, so that no id can be taken for a separator.
const between = ',';
const among = ';';

const isColumn = (text: string): text is ColumnKey => /^[^@]+@[a-z]+$/.test(text);

/** The trials as one parameter of an address. */
export function writeTrials(trials: readonly Trial[]): string {
  return trials
    .map((trial) => {
      const parts =
        trial.kind === 'set'
          ? ['s', trial.unit, trial.column, Number.isNaN(trial.value) ? '' : String(trial.value)]
          : ['m', trial.unit, trial.into];
      return parts.map(encodeURIComponent).join(between);
    })
    .join(among);
}

export function readTrials(text: string): readonly Trial[] {
  return text.split(among).flatMap((one): readonly Trial[] => {
    const [kind, unit = '', third = '', value = ''] = one.split(between).map(decodeURIComponent);
    if (kind === 'm' && unit !== '' && third !== '') return [{ kind: 'merge', unit, into: third }];
    if (kind !== 's' || unit === '' || !isColumn(third)) return [];
    return [{ kind: 'set', unit, column: third, value: value === '' ? Number.NaN : Number(value) }];
  });
}

/** One more trial: a value set again replaces the earlier one, in its place. */
export function addTrial(trials: readonly Trial[], added: Trial): readonly Trial[] {
  if (added.kind === 'merge') return [...trials, added];
  const same = (trial: Trial) => trial.kind === 'set' && trial.unit === added.unit && trial.column === added.column;
  return trials.some(same) ? trials.map((trial) => (same(trial) ? added : trial)) : [...trials, added];
}

/** The trials as the engine takes them; what names a school that is not there is left out. */
export function asChanges(trials: readonly Trial[], input: EvaluationInput): readonly Change[] {
  const rows = new Map(input.units.id.map((id, row) => [id, row]));
  return trials.flatMap((trial): readonly Change[] => {
    const unit = rows.get(trial.unit);
    if (unit === undefined) return [];
    if (trial.kind === 'set') return [{ kind: 'set', unit, column: trial.column, value: trial.value }];
    const into = rows.get(trial.into);
    return into === undefined || into === unit ? [] : [{ kind: 'merge', units: [unit], into }];
  });
}
