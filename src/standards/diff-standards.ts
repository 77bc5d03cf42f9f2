import type { CompiledStandard } from './compiled.ts';
import type { Amount, Comparison, StandardDefinition, Thresholds } from './definition.ts';
import { higherIsBetter } from './judge.ts';

/** One difference between two versions of a standard, in words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What differs: an indicator, a rule, a parameter ... by its id. */
  readonly subject: string;
  /** What about it differs, e.g. `formula` or `threshold.primary`; empty where the whole subject came or went. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the change makes the standard stricter; null where it cannot be said. */
  readonly stricter: boolean | null;
}

/** What can be compared about one subject; `direction` says which way a number is stricter. */
interface Fact {
  readonly text: string;
  readonly number: number | null;
  readonly direction: 'higher' | 'lower' | null;
}

type Facts = ReadonlyMap<string, ReadonlyMap<string, Fact>>;

/**
 * What differs between two standards, or two versions of one, subject by subject in the order of the files.
 *
 * @example diffStandards(v2017, v2026).find((difference) => difference.subject === 'R1')?.after
 */
export const diffStandards = (before: CompiledStandard, after: CompiledStandard): readonly Difference[] => {
  const old = factsOf(before.definition);
  const now = factsOf(after.definition);
  const differences: Difference[] = [];
  for (const subject of new Set([...old.keys(), ...now.keys()])) {
    const was = old.get(subject);
    const is = now.get(subject);
    if (!was || !is) {
      const label = (was ?? is)?.get('name')?.text ?? '';
      differences.push({
        kind: was ? 'removed' : 'added',
        subject,
        field: '',
        before: was ? label : null,
        after: is ? label : null,
        stricter: is !== undefined,
      });
      continue;
    }
    for (const field of new Set([...was.keys(), ...is.keys()])) {
      const [a, b] = [was.get(field), is.get(field)];
      if (a?.text === b?.text) continue;
      differences.push({
        kind: !a ? 'added' : b ? 'changed' : 'removed',
        subject,
        field,
        before: a?.text ?? null,
        after: b?.text ?? null,
        stricter: isStricter(a, b),
      });
    }
  }
  return differences;
};

const isStricter = (before: Fact | undefined, after: Fact | undefined): boolean | null => {
  const [a, b] = [before?.number ?? null, after?.number ?? null];
  const direction = after?.direction ?? before?.direction ?? null;
  if (a === null || b === null || direction === null) return null;
  return direction === 'higher' ? b > a : b < a;
};

const text = (value: string): Fact => ({ text: value, number: null, direction: null });
const number = (value: number, direction: 'higher' | 'lower' | null): Fact => ({
  text: String(value),
  number: value,
  direction,
});

const factsOf = (definition: StandardDefinition): Facts => {
  const facts = new Map<string, Map<string, Fact>>();
  const subject = (id: string, entries: Iterable<readonly [string, Fact]>): void => {
    facts.set(id, new Map(entries));
  };
  subject('standard', [
    ['name', text(definition.words.zh)],
    ['version', text(definition.version)],
    ['document', text(definition.source.document)],
    ['validFrom', text(definition.validFrom)],
    ['validTo', text(definition.validTo ?? '')],
    ['covers', text(definition.covers ?? '')],
  ]);
  for (const parameter of definition.parameters) {
    subject(parameter.id, [
      ['name', text(parameter.words.zh)],
      ['value', number(parameter.value, parameter.stricter)],
    ]);
  }
  for (const split of definition.splits) {
    subject(split.id, [
      ['name', text(split.words.zh)],
      ['when', text(split.when)],
      [
        'weights',
        text(
          Object.entries(split.weights)
            .map((entry) => entry.join(' '))
            .join(', '),
        ),
      ],
    ]);
  }
  for (const exclusion of definition.exclusions) {
    subject(exclusion.id, [
      ['name', text(exclusion.words.zh)],
      ['when', text(exclusion.when)],
      ['parts', text(exclusion.parts.join(', '))],
    ]);
  }
  for (const indicator of definition.indicators) {
    subject(indicator.id, [
      ['name', text(indicator.words.zh)],
      ['part', text(indicator.part)],
      ['formula', text(indicator.formula)],
      ['unit', text(indicator.unit)],
      ['comparison', text(indicator.comparison)],
      ['requiredShare', number(indicator.requiredShare, 'higher')],
      ...thresholdFacts('threshold', indicator.thresholds, indicator.comparison),
    ]);
  }
  for (const exception of definition.exceptions) {
    subject(exception.id, [
      ['name', text(exception.words.zh)],
      ['when', text(exception.when)],
      ['formula', text(exception.formula ?? '')],
      ...Object.entries(exception.thresholds ?? {}).map(
        ([stage, amount]) => [`threshold.${stage}`, amountFact(amount, null)] as const,
      ),
    ]);
  }
  for (const rule of definition.schoolRules) {
    subject(rule.id, [
      ['name', text(rule.words.zh)],
      ['of', text(rule.of.join(', '))],
      ['minMet', number(rule.minMet, 'higher')],
      ['floor', number(rule.floor, 'higher')],
      ['requiredShare', number(rule.requiredShare, 'higher')],
    ]);
  }
  for (const rule of definition.coefficients) {
    subject(rule.id, [
      ['name', text(rule.words.zh)],
      ['of', text(rule.of.join(', '))],
      ['weight', text(rule.weight ?? '')],
      ...thresholdFacts('limit', rule.limits, 'atMost'),
    ]);
  }
  for (const item of definition.attested) {
    const direction = higherIsBetter(item.comparison) ? 'higher' : 'lower';
    subject(item.id, [
      ['name', text(item.words.zh)],
      ['part', text(item.part)],
      ['kind', text(item.kind)],
      ...(item.threshold === null ? [] : [['threshold', number(item.threshold, direction)] as const]),
      ...(item.unit === null ? [] : [['unit', text(item.unit)] as const]),
    ]);
  }
  return facts;
};

const thresholdFacts = (
  field: string,
  versions: readonly Thresholds[],
  comparison: Comparison,
): readonly (readonly [string, Fact])[] =>
  versions.flatMap((version) =>
    Object.entries(version.byStage).map(([stage, amount]) => {
      const period = version.validFrom === null ? '' : `.${version.validFrom}`;
      return [
        `${field}.${stage}${period}`,
        amountFact(amount, higherIsBetter(comparison) ? 'higher' : 'lower'),
      ] as const;
    }),
  );

const amountFact = (amount: Amount, direction: 'higher' | 'lower' | null): Fact =>
  amount.kind === 'number' ? number(amount.value, direction) : text(amount.text);
