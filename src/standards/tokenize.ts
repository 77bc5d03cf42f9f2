import type { Span } from './expression.ts';
import { type Fault, fault } from './fault.ts';

export type TokenKind = 'number' | 'unit' | 'text' | 'cell' | 'name' | 'symbol' | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The longest formula, in characters. Bounds the work of everything that follows. */
export const longestFormula = 2000;

const patterns: readonly (readonly [TokenKind | 'space', RegExp])[] = [
  ['space', /\s+/uy],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/uy],
  ['unit', /\[[^[\]]*\]/uy],
  ['text', /'[^']*'|"[^"]*"/uy],
  ['cell', /\p{L}[\p{L}\p{N}_]*![A-Z]{1,3}[1-9]\d{0,6}(?![\p{L}\p{N}_])/uy],
  ['name', /[A-Za-z][A-Za-z0-9]*/uy],
  ['symbol', /<=|>=|!=|[-+*/=<>(),@]/uy],
];

const instead: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '＝': '=',
  '&': 'and',
  '|': 'or',
  '!': 'not',
  '“': "'",
  '‘': "'",
};

/** Cuts a formula into tokens; the last one is of kind `end`. Stops at the first character that cannot be read. */
export const tokenize = (text: string): { readonly tokens: readonly Token[]; readonly faults: readonly Fault[] } => {
  const tokens: Token[] = [];
  const faults: Fault[] = [];
  let at = 0;
  if (text.length > longestFormula) {
    faults.push(fault({ start: 0, end: text.length }, 'formula-too-long', { other: String(longestFormula) }));
    at = text.length;
  }
  reading: while (at < text.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      if (kind !== 'space') tokens.push({ kind, text: found, start: at, end: at + found.length });
      at += found.length;
      continue reading;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const span = { start: at, end: at + character.length };
    faults.push(
      character === "'" || character === '"'
        ? fault({ start: at, end: text.length }, 'unterminated-text')
        : fault(span, 'unexpected-character', { name: character, suggestion: instead[character] ?? null }),
    );
    break;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return { tokens, faults };
};
