/** Value of a name in a formula; undefined where nothing was reported. */
export type Lookup = (name: string) => number | undefined;

/** A formula ready to be asked; undefined means it cannot be judged because something was not reported. */
export interface Formula {
  readonly names: readonly string[];
  evaluate(lookup: Lookup): number | undefined;
}

export interface FormulaFault {
  readonly fault: true;
  /** Position of the character, from 0. */
  readonly at: number;
}

type Node = (lookup: Lookup) => number | undefined;

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?)|(<=|>=|==|!=|[-+*/()<>,])|([\p{L}_][\p{L}\p{N}_]*(?:![A-Z]{1,3}\d+|@\p{L}+)?))/uy;

/** Longest formula and deepest nesting, so that reading one always ends soon. */
const longest = 1_000;
const deepest = 40;

const binding: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '==': 3,
  '!=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

/**
 * Reads a check: numbers, cells (`基础基211!H6`), measures (`students@primary`), + - * /, comparisons, `and`, `or`, `max(a, b)`, `filled(cell)`.
 *
 * @remarks Closed: no loops, no calls but these. A name without value makes the result undefined, save inside `filled` and
 * behind an `and`/`or` that is settled without it. Division by zero is undefined.
 * @example parseFormula('基础基311!N7 / 基础基211!H6 <= 36')
 */
export function parseFormula(text: string): Formula | FormulaFault {
  try {
    const reader = new FormulaReader(text.slice(0, longest));
    const node = reader.expression(0, 0);
    reader.expectEnd();
    return { names: [...reader.names], evaluate: node };
  } catch (error) {
    if (error instanceof FaultAt) {
      return { fault: true, at: error.at };
    }
    throw error;
  }
}

class FaultAt extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`formula fault at ${at}`);
    this.at = at;
  }
}

class FormulaReader {
  readonly names = new Set<string>();
  private readonly text: string;
  private at = 0;
  private token = '';
  private kind: 'number' | 'sign' | 'name' | 'end' = 'end';
  private tokenAt = 0;

  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  expectEnd(): void {
    if (this.kind !== 'end') {
      throw new FaultAt(this.tokenAt);
    }
  }

  expression(minimum: number, depth: number): Node {
    if (depth > deepest) {
      throw new FaultAt(this.tokenAt);
    }
    let left = this.operand(depth);
    for (;;) {
      const operator = this.token;
      const strength = this.kind === 'number' ? undefined : binding[operator];
      if (strength === undefined || strength <= minimum) {
        return left;
      }
      this.advance();
      left = combine(operator, left, this.expression(strength, depth + 1));
    }
  }

  private operand(depth: number): Node {
    const { token, kind, tokenAt } = this;
    this.advance();
    if (kind === 'number') {
      const value = Number(token);
      return () => value;
    }
    if (token === '(') {
      const inside = this.expression(0, depth + 1);
      this.take(')');
      return inside;
    }
    if (token === '-') {
      const inside = this.expression(4, depth + 1);
      return (lookup) => negate(inside(lookup));
    }
    if (kind !== 'name' || token === 'and' || token === 'or') {
      throw new FaultAt(tokenAt);
    }
    if (this.token === '(') {
      return this.call(token, tokenAt, depth);
    }
    this.names.add(token);
    return (lookup) => lookup(token);
  }

  private call(name: string, nameAt: number, depth: number): Node {
    this.advance();
    const parts = [this.expression(0, depth + 1)];
    while (this.token === ',') {
      this.advance();
      parts.push(this.expression(0, depth + 1));
    }
    this.take(')');
    if (name === 'filled') {
      return (lookup) => (parts.every((part) => part(lookup) !== undefined) ? 1 : 0);
    }
    if (name === 'max' || name === 'min') {
      return (lookup) => {
        const values = parts.map((part) => part(lookup));
        return values.every((value) => value !== undefined) ? Math[name](...values) : undefined;
      };
    }
    throw new FaultAt(nameAt);
  }

  private take(sign: string): void {
    if (this.token !== sign) {
      throw new FaultAt(this.tokenAt);
    }
    this.advance();
  }

  private advance(): void {
    if (this.text.slice(this.at).trim() === '') {
      this.kind = 'end';
      this.token = '';
      this.tokenAt = this.text.length;
      return;
    }
    tokenPattern.lastIndex = this.at;
    const found = tokenPattern.exec(this.text);
    if (found === null) {
      throw new FaultAt(this.at);
    }
    const [whole, number, sign, name] = found;
    this.tokenAt = this.at + whole.length - whole.trimStart().length;
    this.at += whole.length;
    this.kind = number !== undefined ? 'number' : sign !== undefined ? 'sign' : 'name';
    this.token = number ?? sign ?? name ?? '';
  }
}

function negate(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

function combine(operator: string, left: Node, right: Node): Node {
  if (operator === 'and' || operator === 'or') {
    const settles = operator === 'or';
    return (lookup) => {
      const one = left(lookup);
      if (one !== undefined && (one !== 0) === settles) {
        return settles ? 1 : 0;
      }
      const other = right(lookup);
      if (other !== undefined && (other !== 0) === settles) {
        return settles ? 1 : 0;
      }
      return one === undefined || other === undefined ? undefined : settles ? 0 : 1;
    };
  }
  return (lookup) => {
    const one = left(lookup);
    const other = right(lookup);
    return one === undefined || other === undefined ? undefined : arithmetic(operator, one, other);
  };
}

function arithmetic(operator: string, one: number, other: number): number | undefined {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? undefined : one / other;
    case '<':
      return Number(one < other);
    case '<=':
      return Number(one <= other);
    case '>':
      return Number(one > other);
    case '>=':
      return Number(one >= other);
    case '==':
      return Number(one === other);
    default:
      return Number(one !== other);
  }
}
