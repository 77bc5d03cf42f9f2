import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Amount, Provenance, StageOrAll, Thresholds } from './definition.ts';
import { stageNames } from './expression.ts';
import { Fields } from './fields.ts';
import type { FormulaSites } from './formula-sites.ts';
import { nearestName } from './nearest-name.ts';
import { readProvenance, readValidity } from './read-provenance.ts';
import { overlaps } from './validity.ts';
import { startOf } from './yaml-source.ts';

type ByStage = Thresholds['byStage'];

/** Where thresholds stand: the indicator they belong to and the stages it covers. */
export interface ThresholdPlace {
  readonly owner: string;
  readonly site: string;
  readonly stages: readonly StageOrAll[];
  /** Whether every stage must have a line. */
  readonly complete: boolean;
  /** Keys beside the stages, in a dated line. */
  readonly dated?: boolean;
}

/**
 * Lines to compare with, in any of three forms: one number (or formula) for all stages, a map by stage, or a list of dated
 * maps with `validFrom` and `validTo`.
 */
export const readThresholds = (
  fields: Fields,
  key: string,
  place: ThresholdPlace,
  provenance: Provenance,
  sites: FormulaSites,
): readonly Thresholds[] => {
  const node = fields.node(key);
  if (!isSeq(node)) {
    const byStage = readByStage(fields, node, place, sites);
    return [{ byStage, validFrom: null, validTo: null, provenance }];
  }
  const versions = fields.maps(key).map((entry): Thresholds => {
    const validity = readValidity(entry);
    const own = readProvenance(entry, provenance);
    const site = siteOfVersion(place.site, validity.validFrom);
    const stages = entry
      .keys()
      .filter((name) => !['validFrom', 'validTo', 'clause', 'confidence', 'note'].includes(name));
    const byStage: Partial<Record<StageOrAll, Amount>> = {};
    for (const name of stages) {
      entry.node(name);
      setStage(entry, name, entry.node(name), byStage, { ...place, site }, sites);
    }
    if (place.complete) reportGaps(entry, byStage, place);
    return { byStage, ...validity, provenance: own };
  });
  for (const [index, later] of versions.entries()) {
    const earlier = versions.slice(0, index).find((version) => overlaps(version, later));
    if (earlier) {
      fields.report(key, 'overlapping-validity', { name: periodOf(earlier), other: periodOf(later) });
    }
  }
  return [...versions].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1));
};

/** One number or formula for all stages, or a map by stage. */
export const readByStage = (fields: Fields, node: Node | null, place: ThresholdPlace, sites: FormulaSites): ByStage => {
  const byStage: Partial<Record<StageOrAll, Amount>> = {};
  if (isMap(node)) {
    const entries = new Fields(fields.source, node);
    for (const name of entries.keys()) setStage(entries, name, entries.node(name), byStage, place, sites);
    if (place.complete) reportGaps(entries, byStage, place);
    return byStage;
  }
  const amount = readAmount(fields, node, place.owner, `${place.site}.all`, sites);
  if (amount) for (const stage of place.stages) byStage[stage] = amount;
  return byStage;
};

const setStage = (
  fields: Fields,
  name: string,
  node: Node | null,
  byStage: Partial<Record<StageOrAll, Amount>>,
  place: ThresholdPlace,
  sites: FormulaSites,
): void => {
  const stage = stageNames.find((known) => known === name);
  if (!stage) {
    fields.reportKey(name, 'unknown-stage', { name, suggestion: nearestName(name, stageNames), list: place.stages });
    return;
  }
  if (!place.stages.includes(stage)) {
    fields.reportKey(name, 'stage-without-formula', { name: place.owner, other: stage, list: place.stages });
    return;
  }
  const amount = readAmount(fields, node, name, `${place.site}.${stage}`, sites);
  if (amount) byStage[stage] = amount;
};

const reportGaps = (fields: Fields, byStage: ByStage, place: ThresholdPlace): void => {
  for (const stage of place.stages) {
    if (!byStage[stage])
      fields.source.report(fields.start, 'stage-without-threshold', { name: place.owner, other: stage });
  }
};

const readAmount = (
  fields: Fields,
  node: Node | null,
  name: string,
  site: string,
  sites: FormulaSites,
): Amount | null => {
  if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) {
    return { kind: 'number', value: node.value };
  }
  if (isScalar(node) && typeof node.value === 'string') {
    sites.add(site, fields.source, node);
    return { kind: 'formula', text: node.value };
  }
  fields.source.report(startOf(node) || fields.start, 'wrong-type', {
    name,
    other: '数或公式',
    suggestion: 'a number or a formula',
  });
  return null;
};

const periodOf = (period: { readonly validFrom: string | null; readonly validTo: string | null }): string =>
  `${period.validFrom ?? '…'} – ${period.validTo ?? '…'}`;

/** The name of the formulas of one dated line. */
export const siteOfVersion = (site: string, validFrom: string | null): string =>
  validFrom === null ? site : `${site}.${validFrom}`;
