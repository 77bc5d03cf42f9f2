import type { CompiledStandard } from './compiled.ts';
import type { OverrideDefinition, StandardDefinition } from './definition.ts';
import { higherIsBetter } from './judge.ts';
import { nearestName } from './nearest-name.ts';
import type { ReadStandard } from './read-standard.ts';
import { liesWithin, overlaps } from './validity.ts';

export type AppliedOverrides = ReadonlyMap<CompiledStandard, readonly OverrideDefinition[]>;

type Report = (
  key: string,
  code: Parameters<ReadStandard['source']['report']>[1],
  detail: { name: string; other?: string; suggestion?: string | null },
) => void;

/** Gives each override to the standards it tightens, and reports the ones that loosen, point nowhere or lie outside. */
export const applyOverrides = (
  standards: readonly CompiledStandard[],
  reads: readonly ReadStandard[],
): AppliedOverrides => {
  const applied = new Map<CompiledStandard, OverrideDefinition[]>();
  for (const read of reads) {
    if (read.kind !== 'override') continue;
    const { definition: override, fields } = read;
    const before = read.source.mistakes.length;
    const named = standards.filter(({ definition }) => definition.id === override.overrides);
    const report: Report = (key, code, detail) => fields.report(key, code, detail);
    if (named.length === 0) {
      const known = standards.map(({ definition }) => definition.id);
      report('overrides', 'unknown-standard', {
        name: override.overrides,
        suggestion: nearestName(override.overrides, known),
      });
      continue;
    }
    const bases = named.filter(({ definition }) => overlaps(definition, override));
    if (!named.some(({ definition }) => liesWithin(override, definition))) {
      report('validFrom', 'override-outside-validity', { name: `${override.validFrom} – ${override.validTo ?? '…'}` });
    }
    for (const { definition } of bases) checkOverride(definition, override, report);
    if (read.source.mistakes.length > before) continue;
    for (const base of bases) applied.set(base, [...(applied.get(base) ?? []), override]);
  }
  return applied;
};

const checkOverride = (base: StandardDefinition, override: OverrideDefinition, report: Report): void => {
  if (!liesBelow(override.area, base.area)) report('area', 'area-not-below', { name: override.area, other: base.area });
  const loosens = (name: string, value: number, line: number, higher: boolean): void => {
    if (higher ? value < line : value > line) {
      report('tighten', 'loosening-override', { name, other: `${value} ${higher ? '<' : '>'} ${line}` });
    }
  };
  for (const { indicator: id, stage, value } of override.thresholds) {
    const indicator = base.indicators.find((candidate) => candidate.id === id);
    if (!indicator) {
      report('tighten', 'unknown-indicator', {
        name: id,
        suggestion: nearestName(
          id,
          base.indicators.map((one) => one.id),
        ),
      });
      continue;
    }
    if (!indicator.stages.includes(stage)) report('tighten', 'stage-without-formula', { name: id, other: stage });
    for (const version of indicator.thresholds.filter((one) => overlaps(one, override))) {
      const amount = version.byStage[stage];
      if (amount?.kind === 'number')
        loosens(`${id} ${stage}`, value, amount.value, higherIsBetter(indicator.comparison));
    }
  }
  for (const { rule: id, stage, value } of override.limits) {
    const rule = base.coefficients.find((candidate) => candidate.id === id);
    if (!rule)
      report('tighten', 'unknown-rule', {
        name: id,
        suggestion: nearestName(
          id,
          base.coefficients.map((one) => one.id),
        ),
      });
    for (const version of rule?.limits.filter((one) => overlaps(one, override)) ?? []) {
      const amount = version.byStage[stage];
      if (amount?.kind === 'number') loosens(`${id} ${stage}`, value, amount.value, false);
      if (!amount) report('tighten', 'stage-without-formula', { name: id, other: stage });
    }
  }
  for (const { parameter: id, value } of override.parameters) {
    const parameter = base.parameters.find((candidate) => candidate.id === id);
    if (!parameter)
      report('tighten', 'unknown-name', {
        name: id,
        suggestion: nearestName(
          id,
          base.parameters.map((one) => one.id),
        ),
      });
    else loosens(id, value, parameter.value, parameter.stricter === 'higher');
  }
  for (const { rule: id, minMet, floor } of override.schoolRules) {
    const rule = base.schoolRules.find((candidate) => candidate.id === id);
    if (!rule) {
      report('tighten', 'unknown-rule', {
        name: id,
        suggestion: nearestName(
          id,
          base.schoolRules.map((one) => one.id),
        ),
      });
      continue;
    }
    if (minMet !== null) loosens(`${id} minMet`, minMet, rule.minMet, true);
    if (floor !== null) loosens(`${id} floor`, floor, rule.floor, true);
    if (minMet !== null && minMet > rule.of.length)
      report('tighten', 'bad-count', { name: 'minMet', other: `0 – ${rule.of.length}` });
    if (floor !== null && floor > 1) report('tighten', 'bad-count', { name: 'floor', other: '0 – 1' });
  }
  for (const { item: id, threshold } of override.attested) {
    const item = base.attested.find((candidate) => candidate.id === id);
    if (!item || item.threshold === null)
      report('tighten', 'unknown-rule', {
        name: id,
        suggestion: nearestName(
          id,
          base.attested.map((one) => one.id),
        ),
      });
    else loosens(id, threshold, item.threshold, higherIsBetter(item.comparison));
  }
};

/** GB/T 2260: a province is `pp0000`, a city `pppp00`; `000000` is the nation. Other codes lie below the nation only. */
const liesBelow = (area: string, above: string): boolean => {
  if (above === '000000') return area !== '000000';
  const prefix = above.replace(/(00)+$/u, '');
  return area !== above && area.startsWith(prefix);
};
