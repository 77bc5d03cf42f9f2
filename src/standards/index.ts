export { type AttributeDefinition, attributes } from './attributes.ts';
export type { CompiledStandard } from './compiled.ts';
export type * from './definition.ts';
export type { Derivation, Dictionary, Measure, MeasureKind, SourceCell } from './dictionary.ts';
export {
  type AreaTable,
  type Attestation,
  type AttributeValue,
  type ColumnKey,
  type EvaluationInput,
  type Stage,
  stages,
  type UnitTable,
} from './input.ts';
export type { Mistake } from './mistake.ts';
export type { AreaLevel, Comparing, EvaluationOptions } from './options.ts';
export type * from './result.ts';
export type { Change, Difference, LoadedStandard, StandardFile, StandardLibrary } from './surface.ts';
export {
  applyChanges,
  checkStandard,
  describeFormula,
  diffStandards,
  evaluateStandard,
  explainCoefficient,
  explainIndicator,
  explainVerdict,
  findStandard,
  loadDictionary,
  loadStandards,
} from './surface.ts';
export type { Words } from './words.ts';
