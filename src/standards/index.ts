export { type AnswerProgress, progressOf } from './answer-progress.ts';
export { applyChanges, type Change } from './apply-changes.ts';
export { type AttributeDefinition, attributes } from './attributes.ts';
export type { CheckData, CheckNeeds, CountyData } from './check-data.ts';
export type { Check, CheckInput, CheckRule, CheckSet, CheckSource } from './check-set.ts';
export { type CompiledInstrument, compileInstrument } from './compile-instrument.ts';
export type { CompiledStandard } from './compiled.ts';
export type * from './definition.ts';
export { describeFormula } from './describe-formula.ts';
export type { Derivation, Dictionary, Measure, MeasureKind, SourceCell } from './dictionary.ts';
export { type Difference, diffStandards } from './diff-standards.ts';
export { type EvaluationColumns, evaluateColumns } from './evaluate-columns.ts';
export { coefficientResults, evaluateStandard } from './evaluate-standard.ts';
export { type CoefficientSubject, explainCoefficient } from './explain-coefficient.ts';
export { explainIndicator, type IndicatorSubject } from './explain-indicator.ts';
export { explainVerdict, type VerdictSubject } from './explain-verdict.ts';
export { compileFormCondition, type FormCondition } from './form-condition.ts';
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
export {
  type AnswerOption,
  type Answers,
  type AnswerType,
  type AnswerValue,
  type Instrument,
  type InstrumentItem,
  type InstrumentSection,
  itemsOf,
  type RespondentKind,
} from './instrument.ts';
export { type AnswerFault, judgeAnswer } from './judge-answer.ts';
export { type CheckJudgement, judgeChecks, needsOf, type RuleJudgement } from './judge-checks.ts';
export type { LoadedStandard, StandardFile, StandardLibrary } from './library.ts';
export { checkStandard, findStandard, loadStandards } from './load-standards.ts';
export type { Mistake } from './mistake.ts';
export type { AreaLevel, Comparing, EvaluationOptions } from './options.ts';
export { isChecks, readChecks } from './read-checks.ts';
export { loadDictionary } from './read-dictionary.ts';
export { readInstrument } from './read-instrument.ts';
export type * from './result.ts';
export { type Score, scoreAnswers, worthOf } from './score-answers.ts';
export { describeUnit, fromShown, shownUnit, toShown, unitWords } from './unit.ts';
export type { Words } from './words.ts';
export { readWorkedExample, type WorkedExample } from './worked-example.ts';
export { locateIn } from './yaml-source.ts';
