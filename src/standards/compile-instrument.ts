import type { AttributeDefinition } from './attributes.ts';
import { checkExpression } from './check-expression.ts';
import type { Dictionary } from './dictionary.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import { type Fault, fault } from './fault.ts';
import type { AttributeValue } from './input.ts';
import { type Answers, type Instrument, type InstrumentItem, itemsOf } from './instrument.ts';
import { parseExpression } from './parse-expression.ts';
import { partsOf, type Term } from './term.ts';
import { truthAt, yes } from './vector.ts';

/** An instrument whose conditions were checked. */
export interface CompiledInstrument {
  readonly instrument: Instrument;
  /** The items to ask, given what was answered so far, in order. An answer to an item that is not asked counts for nothing. */
  readonly asked: (answers: Answers) => readonly InstrumentItem[];
}

export interface InstrumentCompilation {
  /** Null where a condition has a fault. */
  readonly compiled: CompiledInstrument | null;
  /** Faults with the section or item whose `askedIf` they stand in. */
  readonly faults: readonly { readonly of: string; readonly fault: Fault }[];
}

/** No measures: a condition speaks of answers only. */
const dictionary: Dictionary = { id: '', version: '', measures: new Map() };

/**
 * Checks the conditions of an instrument, so that they can be asked of answers. Pure, the same on a server and in a browser.
 *
 * @remarks The language is that of the standards. An item is named by its id; an option of an item with several choices by the two
 * ids together (`meals` and `lunch`: `mealsLunch`). What was not answered is not known, and what is not known is not asked.
 */
export const compileInstrument = (instrument: Instrument): InstrumentCompilation => {
  const faults: { of: string; fault: Fault }[] = [];
  const items = itemsOf(instrument);
  const attributes = new Map(items.flatMap(attributesOf).map((attribute) => [attribute.id, attribute]));
  const itemOf = new Map(items.flatMap((item, at) => attributesOf(item).map(({ id }) => [id, at] as const)));
  const terms = new Map<string, Term>();

  const compile = (of: string, text: string | null, before: number): void => {
    if (text === null) return;
    const parsed = parseExpression(text);
    if (!parsed.ok) {
      faults.push({ of, fault: parsed.fault });
      return;
    }
    const context = { dictionary, parameters: [], stages: [], level: 'unit', byStage: false, attributes } as const;
    const checked = checkExpression(parsed.expression, context, 'boolean');
    for (const found of checked.faults) faults.push({ of, fault: found });
    if (checked.term === null) return;
    for (const { term, attribute } of attributesNamed(checked.term)) {
      if ((itemOf.get(attribute) ?? before) >= before) {
        faults.push({ of, fault: fault(term, 'asked-later', { name: attribute }) });
      }
    }
    terms.set(of, checked.term);
  };

  let at = 0;
  for (const section of instrument.sections) {
    compile(section.id, section.askedIf, at);
    for (const item of section.items) compile(item.id, item.askedIf, at++);
  }
  return { faults, compiled: faults.length > 0 ? null : { instrument, asked: askWith(instrument, terms) } };
};

const askWith =
  (instrument: Instrument, terms: ReadonlyMap<string, Term>): CompiledInstrument['asked'] =>
  (answers) => {
    // Grows as items are asked, so that an answer to a skipped item decides nothing further down.
    const known = new Map<string, AttributeValue>();
    const frame: Frame = {
      size: 1,
      numbersOf: () => Number.NaN,
      attributeOf: (attribute) => [known.get(attribute) ?? null],
    };
    const holds = (of: string): boolean => {
      const term = terms.get(of);
      return term === undefined || truthAt(evaluateTruths(term, frame), 0) === yes;
    };
    const asked: InstrumentItem[] = [];
    for (const section of instrument.sections) {
      if (!holds(section.id)) continue;
      for (const item of section.items) {
        if (!holds(item.id)) continue;
        asked.push(item);
        for (const [name, value] of knownOf(item, answers)) known.set(name, value);
      }
    }
    return asked;
  };

const optionName = (item: string, option: string): string =>
  `${item}${option.charAt(0).toUpperCase()}${option.slice(1)}`;

const attributesOf = ({ id, type, words }: InstrumentItem): readonly AttributeDefinition[] => {
  switch (type.kind) {
    case 'yesNo':
      return [{ id, words, type: 'boolean' }];
    case 'choice':
    case 'level':
      return [{ id, words, type: 'text', values: type.options.map((option) => option.id) }];
    case 'choices':
      return type.options.map((option) => ({ id: optionName(id, option.id), words: option.words, type: 'boolean' }));
    case 'number':
    case 'files':
      return [{ id, words, type: 'number' }];
    case 'text':
    case 'date':
      return [{ id, words, type: 'text' }];
  }
};

const knownOf = ({ id, type }: InstrumentItem, answers: Answers): readonly (readonly [string, AttributeValue])[] => {
  const answer = answers.get(id);
  if (type.kind === 'files') return [[id, answer?.files.length ?? 0]];
  const value = answer?.value ?? null;
  if (value === null) return [];
  if (type.kind !== 'choices') return typeof value === 'object' ? [] : [[id, value]];
  return type.options.map((option) => [
    optionName(id, option.id),
    typeof value === 'object' && value.includes(option.id),
  ]);
};

const attributesNamed = (term: Term): readonly { readonly term: Term; readonly attribute: string }[] => [
  ...(term.op === 'attribute' ? [{ term, attribute: term.attribute }] : []),
  ...partsOf(term).flatMap(attributesNamed),
];
