import { checkExpression } from './check-expression.ts';
import type { Dictionary } from './dictionary.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import type { Fault } from './fault.ts';
import { parseExpression } from './parse-expression.ts';
import { truthAt, unknown, yes } from './vector.ts';

/** A condition over the cells and the numbers of one school's forms. */
export interface FormCondition {
  /**
   * Whether it holds; null where something it needs was not reported.
   *
   * @param valueOf asked with a cell (`基础基211!H6`) or a measure and stage (`students@primary`); undefined = not reported.
   */
  readonly holds: (valueOf: (name: string) => number | undefined) => boolean | null;
}

/**
 * Reads a condition over forms, in the language of the standards; its names are cells and measures.
 *
 * @example compileFormCondition('基础基311!N7 / 基础基211!H6 <= 36', dictionary)
 */
export const compileFormCondition = (
  text: string,
  dictionary: Dictionary,
): { readonly condition: FormCondition | null; readonly faults: readonly Fault[] } => {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { condition: null, faults: [parsed.fault] };
  const context = { dictionary, parameters: [], stages: [], level: 'unit', byStage: false } as const;
  const { term, faults } = checkExpression(
    parsed.expression,
    { ...context, attributes: new Map(), cells: 'number' },
    'boolean',
  );
  if (term === null) return { condition: null, faults };
  return {
    faults,
    condition: {
      holds: (valueOf) => {
        const frame: Frame = {
          size: 1,
          numbersOf: (leaf) =>
            (leaf.op === 'unitMeasure' ? valueOf(`${leaf.measure}@${leaf.stage}`) : undefined) ?? Number.NaN,
          attributeOf: (cell) => [valueOf(cell) ?? null],
        };
        const truth = truthAt(evaluateTruths(term, frame), 0);
        return truth === unknown ? null : truth === yes;
      },
    },
  };
};
