import { createHash } from 'node:crypto';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { LocalText } from '#core/locale';
import { type LawLimit, unlawful } from './law.ts';
import { contradictions } from './rule-contradictions.ts';
import { type AdmissionRules, rulesSchema } from './rules-schema.ts';

/** What is wrong with a rule file, and where. */
export interface RulesMistake {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: LocalText;
  readonly clause: { readonly document: string; readonly clause: string; readonly confidence: string } | null;
}

/** A mistake by the place in the rules, before it is found in the text. */
export interface PlacedMistake {
  readonly path: readonly (string | number)[];
  readonly message: LocalText;
  readonly clause?: LawLimit['source'];
}

export interface ReadRules {
  /** Null where anything is wrong. */
  readonly rules: AdmissionRules | null;
  readonly mistakes: readonly RulesMistake[];
}

/** The first 64 digits by which a version of the rules is told from every other. */
export function hashOfRules(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a rule file and checks it: its shape, itself, and the law. All mistakes are named, each with line and column. */
export function readRules(text: string, law: readonly LawLimit[]): ReadRules {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map((error): RulesMistake => {
      const { line, col } = lines.linePos(error.pos[0]);
      const message = { zh: `不是有效的 YAML：${error.message}`, en: `Not valid YAML: ${error.message}` };
      return { line, column: col, path: '', message, clause: null };
    });
    return { rules: null, mistakes };
  }
  const content: unknown = document.toJS();
  const at = ({ path, message, clause }: PlacedMistake): RulesMistake => {
    const { line, col } = lines.linePos(offsetOf(path));
    const { document: named = '', clause: article = '', confidence = '' } = clause ?? {};
    return {
      line,
      column: col,
      path: path.join('.'),
      message,
      clause: clause === undefined ? null : { document: named, clause: article, confidence },
    };
  };
  /** Where the value stands; where there is none, where that which should hold it stands. */
  function offsetOf(path: readonly (string | number)[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }
  const read = rulesSchema.safeParse(content);
  if (!read.success) {
    const mistakes = read.error.issues.map(({ path, message, code }) =>
      at({
        path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
        message: shapeWords(code, message),
      }),
    );
    return { rules: null, mistakes };
  }
  const mistakes = [...contradictions(read.data), ...unlawful(read.data, law)].map(at);
  mistakes.sort((one, other) => one.line - other.line || one.column - other.column);
  return { rules: mistakes.length === 0 ? read.data : null, mistakes };
}

function shapeWords(kind: string, message: string): LocalText {
  if (kind === 'unrecognized_keys')
    return { zh: `规则里没有这一项：${message}`, en: `The rules have no such entry: ${message}` };
  return { zh: `不符合格式：${message}`, en: `Not as the format asks: ${message}` };
}
