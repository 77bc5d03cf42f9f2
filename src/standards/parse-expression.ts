import type { ArithmeticOperator, ComparisonOperator, Expression, Span } from './expression.ts';
import { type Fault, fault } from './fault.ts';
import { type Token, type TokenKind, tokenize } from './tokenize.ts';
import type { Words } from './words.ts';

/** How deep a formula may be nested. */
export const deepestFormula = 60;

const reserved = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'in', 'where', 'true', 'false']);
const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies ComparisonOperator[];

/** Thrown only inside the parser, to leave a formula at its first mistake. */
class Stop extends Error {
  readonly fault: Fault;
  constructor(found: Fault) {
    super(found.code);
    this.fault = found;
  }
}

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Reads a formula of the closed expression language (`docs/handbook/standards.md`).
 *
 * @remarks Recursive descent; at most 2,000 characters and 60 levels, so it always ends. Never throws.
 */
export const parseExpression = (text: string): Parsed => {
  const { tokens, faults } = tokenize(text);
  const broken = faults[0];
  if (broken) return { ok: false, fault: broken };
  if (tokens.length === 1) return { ok: false, fault: fault({ start: 0, end: text.length }, 'formula-empty') };
  try {
    return { ok: true, expression: parseTokens(tokens) };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault };
    throw error;
  }
};

const parseTokens = (tokens: readonly Token[]): Expression => {
  let position = 0;
  let depth = 0;
  const last = tokens[tokens.length - 1] as Token;
  const peek = (): Token => tokens[position] ?? last;
  const is = (text: string): boolean => peek().text === text && peek().kind !== 'text' && peek().kind !== 'unit';
  const fail = (expected: Words): never => {
    const token = peek();
    const code = token.kind === 'end' ? 'unexpected-end' : 'unexpected-token';
    throw new Stop(fault(token, code, { name: token.text, other: expected.zh, suggestion: expected.en }));
  };
  const take = (): Token => {
    const token = peek();
    position = Math.min(position + 1, tokens.length - 1);
    return token;
  };
  const expectSymbol = (text: string): Token => (is(text) ? take() : fail({ zh: `“${text}”`, en: `"${text}"` }));
  const expectKind = (kind: TokenKind, words: Words): Token => (peek().kind === kind ? take() : fail(words));
  const until = (start: Span): Span => ({ start: start.start, end: (tokens[position - 1] ?? last).end });

  const deeper = <T>(parse: () => T): T => {
    if (++depth > deepestFormula) throw new Stop(fault(peek(), 'formula-too-deep'));
    const result = parse();
    depth--;
    return result;
  };

  const parseWhole = (): Expression => deeper(() => (is('if') ? parseIf() : parseOr()));

  const parseIf = (): Expression => {
    const start = take();
    const condition = parseWhole();
    expectSymbol('then');
    const consequent = parseWhole();
    expectSymbol('else');
    const otherwise = parseWhole();
    return { kind: 'if', condition, consequent, otherwise, ...until(start) };
  };

  const parseOr = (): Expression => {
    let left = parseAnd();
    while (is('or')) {
      take();
      left = { kind: 'logical', operator: 'or', left, right: parseAnd(), ...until(left) };
    }
    return left;
  };

  const parseAnd = (): Expression => {
    let left = parseNot();
    while (is('and')) {
      take();
      left = { kind: 'logical', operator: 'and', left, right: parseNot(), ...until(left) };
    }
    return left;
  };

  const parseNot = (): Expression => {
    if (!is('not')) return parseComparison();
    const start = take();
    const operand = deeper(parseNot);
    return { kind: 'not', operand, ...until(start) };
  };

  const parseComparison = (): Expression => {
    const left = parseSum();
    if (is('in')) {
      take();
      expectSymbol('(');
      const items = parseList();
      return { kind: 'in', operand: left, items, ...until(left) };
    }
    if (!comparisons.includes(peek().text) || peek().kind !== 'symbol') return left;
    const operator = take().text as ComparisonOperator;
    return { kind: 'comparison', operator, left, right: parseSum(), ...until(left) };
  };

  const parseSum = (): Expression => {
    let left = parseProduct();
    while (is('+') || is('-')) {
      const operator = take().text as ArithmeticOperator;
      left = { kind: 'arithmetic', operator, left, right: parseProduct(), ...until(left) };
    }
    return left;
  };

  const parseProduct = (): Expression => {
    let left = parseNegation();
    while (is('*') || is('/')) {
      const operator = take().text as ArithmeticOperator;
      left = { kind: 'arithmetic', operator, left, right: parseNegation(), ...until(left) };
    }
    return left;
  };

  const parseNegation = (): Expression => {
    if (!is('-')) return parseAtom();
    const start = take();
    const operand = deeper(parseNegation);
    return { kind: 'negate', operand, ...until(start) };
  };

  const parseAtom = (): Expression => {
    const token = peek();
    if (token.kind === 'number') return parseNumber();
    if (token.kind === 'text') {
      take();
      return { kind: 'text', value: token.text.slice(1, -1), start: token.start, end: token.end };
    }
    if (token.kind === 'cell') {
      take();
      return { kind: 'name', name: token.text, stage: null, start: token.start, end: token.end };
    }
    if (is('(')) {
      take();
      const inner = parseWhole();
      expectSymbol(')');
      return inner;
    }
    if (is('true') || is('false')) {
      take();
      return { kind: 'boolean', value: token.text === 'true', start: token.start, end: token.end };
    }
    if (token.kind !== 'name' || reserved.has(token.text)) {
      return fail({ zh: '数、名称或括号', en: 'a number, a name or a bracket' });
    }
    take();
    return is('(') ? parseCall(token) : parseName(token);
  };

  const parseNumber = (): Expression => {
    const token = take();
    const next = peek();
    if (next.kind !== 'unit') return { kind: 'number', value: Number(token.text), unit: null, ...until(token) };
    take();
    const unit = { text: next.text.slice(1, -1), start: next.start + 1, end: next.end - 1 };
    return { kind: 'number', value: Number(token.text), unit, ...until(token) };
  };

  const parseName = (token: Token): Expression => {
    if (!is('@')) return { kind: 'name', name: token.text, stage: null, start: token.start, end: token.end };
    take();
    const stage = expectKind('name', { zh: '学段名称', en: 'the name of a stage' });
    return { kind: 'name', name: token.text, stage, ...until(token) };
  };

  const parseCall = (name: Token): Expression => {
    take();
    const args: Expression[] = [];
    let where: Expression | null = null;
    while (!is(')') && !is('where')) {
      args.push(parseWhole());
      if (!is(',')) break;
      take();
    }
    if (is('where')) {
      take();
      where = parseWhole();
    }
    expectSymbol(')');
    return {
      kind: 'call',
      name: name.text,
      nameSpan: { start: name.start, end: name.end },
      args,
      where,
      ...until(name),
    };
  };

  const parseList = (): readonly Expression[] => {
    const items = [parseAtom()];
    while (is(',')) {
      take();
      items.push(parseAtom());
    }
    expectSymbol(')');
    return items;
  };

  const whole = parseWhole();
  if (peek().kind !== 'end') fail({ zh: '运算符或结尾', en: 'an operator or the end' });
  return whole;
};
