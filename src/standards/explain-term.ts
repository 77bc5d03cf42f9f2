import { describeFormula } from './describe-formula.ts';
import { evaluateNumbers } from './evaluate-term.ts';
import { explainLeaf, formatNumber, frameOf, type Subject } from './explain-leaf.ts';
import type { Preparation } from './prepare.ts';
import type { Trace } from './result.ts';
import { orNull } from './results.ts';
import { partsOf, type Term } from './term.ts';
import { numberAt } from './vector.ts';
import type { Words } from './words.ts';

/** A formula with the values in it, and a trace for each of its inputs. */
export interface ExplainedTerm {
  readonly value: number | null;
  readonly formula: string;
  readonly substituted: string;
  readonly parts: readonly Trace[];
  /** Why there is no value, where there is none. */
  readonly notes: readonly Words[];
}

/**
 * Explains a number formula for one school or area.
 *
 * @param text the formula as written; the values take the places of the names in it.
 */
export const explainTerm = (preparation: Preparation, term: Term, text: string, subject: Subject): ExplainedTerm => {
  const leaves = leavesOf(term);
  const traces = new Map<string, Trace>();
  let substituted = '';
  let at = 0;
  for (const leaf of leaves) {
    const key = text.slice(leaf.start, leaf.end);
    const trace = traces.get(key) ?? named(preparation, leaf, key, explainLeaf(preparation, leaf, subject));
    traces.set(key, trace);
    substituted +=
      text.slice(at, leaf.start) +
      (trace.value === null
        ? trace.notes[0] && leaf.op === 'attribute'
          ? trace.notes[0].en
          : '—'
        : formatNumber(trace.value));
    at = leaf.end;
  }
  const value = orNull(numberAt(evaluateNumbers(term, frameOf(preparation, subject)), 0));
  const parts = [...traces.values()];
  return {
    value,
    formula: text,
    substituted: substituted + text.slice(at),
    parts,
    notes: value === null ? [reasonOf(parts)] : [],
  };
};

/** An aggregate is called what it adds up. */
const named = (preparation: Preparation, leaf: Term, text: string, trace: Trace): Trace => {
  if (leaf.op !== 'aggregate') return trace;
  const { dictionary, definition } = preparation.standard;
  return { ...trace, label: describeFormula(text, dictionary, definition.parameters), formula: text, unit: '1' };
};

const reasonOf = (parts: readonly Trace[]): Words => {
  const missing = parts.filter((part) => part.value === null && part.unit !== undefined);
  if (missing.length === 0) return { zh: '除数为零，没有结果', en: 'division by zero: no result' };
  return {
    zh: `没有数据：${missing.map((part) => part.label.zh).join('、')}`,
    en: `no data: ${missing.map((part) => part.label.en).join(', ')}`,
  };
};

/** The measures, parameters, attributes and aggregates of a formula, in the order they are written. */
const leavesOf = (term: Term): readonly Term[] => {
  if (['unitMeasure', 'areaMeasure', 'parameter', 'attribute', 'ofStages', 'aggregate'].includes(term.op))
    return [term];
  return partsOf(term)
    .flatMap(leavesOf)
    .sort((a, b) => a.start - b.start);
};
