import type { StandardDefinition } from '#standards';
import type { StandardDiff, Threshold } from './contract.ts';
import { clausesOf } from './read-standard.ts';

type Field = readonly [name: string, value: string];
interface Entry {
  readonly of: string;
  readonly name: { zh: string; en: string };
  readonly fields: ReadonlyMap<string, string>;
}

/** What differs between two standards, clause by clause and field by field, in the order of the newer one. */
export function diffStandards(from: StandardDefinition, to: StandardDefinition): StandardDiff {
  const before = entriesOf(from);
  const after = entriesOf(to);
  const changes: StandardDiff['changes'] = [];
  for (const entry of after.values()) {
    const old = before.get(entry.of);
    if (old === undefined)
      changes.push({ kind: 'added', of: entry.of, name: entry.name, field: '', before: null, after: null });
    else changes.push(...changedFields(old, entry));
  }
  for (const entry of before.values()) {
    if (!after.has(entry.of))
      changes.push({ kind: 'removed', of: entry.of, name: entry.name, field: '', before: null, after: null });
  }
  return { from: { id: from.id, version: from.version }, to: { id: to.id, version: to.version }, changes };
}

function changedFields(old: Entry, entry: Entry): StandardDiff['changes'] {
  return [...new Set([...old.fields.keys(), ...entry.fields.keys()])]
    .filter((field) => old.fields.get(field) !== entry.fields.get(field))
    .map((field) => ({
      kind: 'changed',
      of: entry.of,
      name: entry.name,
      field,
      before: old.fields.get(field) ?? null,
      after: entry.fields.get(field) ?? null,
    }));
}

function entriesOf(standard: StandardDefinition): Map<string, Entry> {
  const { parts, rules } = clausesOf(standard);
  const entries: Entry[] = [
    ...parts.flatMap(({ part, clauses }) =>
      clauses.map((clause) => ({
        of: clause.id,
        name: clause.name,
        fields: fieldsOf([
          ['part', part],
          ['name', clause.name.zh],
          ['formula', clause.formula],
          ['unit', clause.unit],
          ['comparison', clause.comparison],
          ['appliesWhen', clause.appliesWhen],
          ['requiredShare', clause.requiredShare],
          ['due', clause.due],
          ['exceptions', clause.exceptions.join(' ')],
          ...thresholdFields(clause.thresholds),
        ]),
      })),
    ),
    ...rules.map((rule) => ({
      of: rule.id,
      name: rule.name,
      fields: fieldsOf([
        ['name', rule.name.zh],
        ['of', rule.of.join(' ')],
        ['when', rule.when],
        ['formula', rule.formula],
        ...Object.entries(rule.values),
        ...thresholdFields(rule.thresholds),
      ]),
    })),
  ];
  return new Map(entries.map((entry) => [entry.of, entry]));
}

function thresholdFields(thresholds: readonly Threshold[]): [string, number | string | null][] {
  return thresholds.map(({ stage, value, formula, validFrom }) => [
    validFrom === null ? `threshold ${stage}` : `threshold ${stage} ${validFrom}`,
    value ?? formula,
  ]);
}

function fieldsOf(fields: readonly (readonly [string, string | number | null])[]): ReadonlyMap<string, string> {
  const written = fields.filter(([, value]) => value !== null && value !== '');
  return new Map(written.map(([name, value]): Field => [name, String(value)]));
}
