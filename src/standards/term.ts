import type { StageOrAll } from './definition.ts';
import type { ArithmeticOperator, ComparisonOperator, LogicalOperator, Span } from './expression.ts';
import type { AggregateName, FunctionName } from './functions.ts';
import type { Dimension } from './unit.ts';

export type TermType = 'number' | 'boolean' | 'text';

/** Which stage a measure is taken at: a named one, or the one that is being evaluated. */
export type TermStage = StageOrAll | 'current';

interface Typed extends Span {
  readonly type: TermType;
  /** Null for anything but numbers, and for plain literals, which go with every unit. */
  readonly dimension: Dimension | null;
}

/** A formula whose names are resolved and whose types and units agree. Made by `checkExpression`. */
export type Term = Typed &
  (
    | { readonly op: 'constant'; readonly value: number | boolean | string }
    | { readonly op: 'unitMeasure'; readonly measure: string; readonly stage: TermStage }
    | { readonly op: 'areaMeasure'; readonly measure: string }
    | { readonly op: 'attribute'; readonly attribute: string }
    | { readonly op: 'parameter'; readonly parameter: string }
    | { readonly op: 'ofStages'; readonly how: 'sum' | 'max'; readonly measure: string }
    | { readonly op: 'negate'; readonly operand: Term }
    | { readonly op: 'not'; readonly operand: Term }
    | { readonly op: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Term; readonly right: Term }
    | { readonly op: 'comparison'; readonly operator: ComparisonOperator; readonly left: Term; readonly right: Term }
    | { readonly op: 'logical'; readonly operator: LogicalOperator; readonly left: Term; readonly right: Term }
    | { readonly op: 'in'; readonly operand: Term; readonly items: readonly Term[] }
    | { readonly op: 'if'; readonly condition: Term; readonly consequent: Term; readonly otherwise: Term }
    | { readonly op: 'apply'; readonly name: FunctionName; readonly args: readonly Term[] }
    | { readonly op: 'aggregate'; readonly name: AggregateName; readonly of: Term | null; readonly where: Term | null }
  );

/** The terms directly inside a term. */
export const partsOf = (term: Term): readonly Term[] => {
  switch (term.op) {
    case 'negate':
    case 'not':
      return [term.operand];
    case 'arithmetic':
    case 'comparison':
    case 'logical':
      return [term.left, term.right];
    case 'in':
      return [term.operand, ...term.items];
    case 'if':
      return [term.condition, term.consequent, term.otherwise];
    case 'apply':
      return term.args;
    case 'aggregate':
      return [term.of, term.where].filter((part) => part !== null);
    default:
      return [];
  }
};
