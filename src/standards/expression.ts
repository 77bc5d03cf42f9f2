import type { StageOrAll } from './definition.ts';

/** Where a piece of a formula stands: offsets into its text, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type LogicalOperator = 'and' | 'or';

/** A formula as written. Made by `parseExpression`; a tree without loops or calls of user code. */
export type Expression = Span &
  (
    | { readonly kind: 'number'; readonly value: number; readonly unit: (Span & { readonly text: string }) | null }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string; readonly stage: (Span & { readonly text: string }) | null }
    | { readonly kind: 'negate'; readonly operand: Expression }
    | { readonly kind: 'not'; readonly operand: Expression }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: ComparisonOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'logical';
        readonly operator: LogicalOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'in'; readonly operand: Expression; readonly items: readonly Expression[] }
    | {
        readonly kind: 'if';
        readonly condition: Expression;
        readonly consequent: Expression;
        readonly otherwise: Expression;
      }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly nameSpan: Span;
        readonly args: readonly Expression[];
        readonly where: Expression | null;
      }
  );

/** A stage named in a formula after `@`. */
export const stageNames: readonly StageOrAll[] = ['kindergarten', 'primary', 'junior', 'senior', 'special', 'all'];
