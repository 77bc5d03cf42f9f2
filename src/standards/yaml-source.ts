import { isScalar, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import type { Mistake } from './mistake.ts';
import { type MistakeCode, type MistakeDetail, mistakeTexts } from './mistake-texts.ts';

/** Line and column, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** An open YAML file: its root, and the mistakes found so far, which readers add to. */
export interface YamlSource {
  readonly path: string;
  readonly text: string;
  readonly root: Node | null;
  readonly mistakes: Mistake[];
  /** Line and column of an offset into the text. */
  readonly placeOf: (offset: number) => Place;
  readonly report: (offset: number, code: MistakeCode, detail?: MistakeDetail) => void;
}

/** The longest file that is read, in characters. */
const longestFile = 1_000_000;

/** Opens a YAML file without building objects from it, so that every value keeps its place. Never throws. */
export const openYaml = (path: string, text: string): YamlSource => {
  const lines = new LineCounter();
  const mistakes: Mistake[] = [];
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report = (offset: number, code: MistakeCode, detail: MistakeDetail = {}): void => {
    mistakes.push({ code, file: path, ...placeOf(offset), ...mistakeTexts[code](detail) });
  };
  const source = { path, text, mistakes, placeOf, report };
  if (text.length > longestFile) {
    report(0, 'yaml-syntax', { other: `> ${longestFile}` });
    return { ...source, root: null };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  for (const error of document.errors) report(error.pos[0], 'yaml-syntax', { other: error.message });
  return { ...source, root: document.errors.length > 0 ? null : document.contents };
};

/** The offset at which a node's own text begins, after its quote or block sign. */
export const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0;

/**
 * Finds the place in the file of each character of a scalar's value, also where the value is folded over lines.
 *
 * @remarks Walks the raw text beside the value; white space in one matches any white space in the other.
 */
export const locateIn = (source: Pick<YamlSource, 'text' | 'placeOf'>, scalar: Scalar): ((offset: number) => Place) => {
  const value = String(scalar.value);
  const [from, to] = scalar.range ?? [0, 0];
  return (offset) => {
    let at = from;
    if (/^[|>]/u.test(source.text.slice(from, to)) && scalar.type?.startsWith('BLOCK'))
      at = source.text.indexOf('\n', from) + 1;
    for (let i = 0; i <= offset; i++) {
      const wanted = value[i];
      if (wanted === undefined) break;
      if (!/\s/u.test(wanted)) while (at < to && source.text[at] !== wanted) at++;
      if (i === offset) return source.placeOf(at);
      at++;
    }
    return source.placeOf(Math.min(at, to));
  };
};

export { isScalar };
