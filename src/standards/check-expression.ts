import { type AttributeDefinition, attributes } from './attributes.ts';
import type { ParameterDefinition } from './definition.ts';
import type { Dictionary, Measure } from './dictionary.ts';
import { type Expression, type Span, stageNames } from './expression.ts';
import { type Fault, fault } from './fault.ts';
import {
  type AggregateName,
  allFunctionNames,
  isAggregateName,
  isFunctionName,
  isStageFunctionName,
} from './functions.ts';
import type { Stage } from './input.ts';
import { nearestName } from './nearest-name.ts';
import type { Term, TermStage, TermType } from './term.ts';
import {
  type Dimension,
  divideDimensions,
  formatDimension,
  multiplyDimensions,
  readUnit,
  sameDimension,
  unitWords,
} from './unit.ts';

/** What a formula may name, and where it is evaluated. */
export interface FormulaContext {
  readonly dictionary: Dictionary;
  readonly parameters: readonly Pick<ParameterDefinition, 'id' | 'unit'>[];
  /** Stages of the standard, for suggestions. */
  readonly stages: readonly Stage[];
  /** `unit` = one school; `area` = an area, where numbers of schools must be added up. */
  readonly level: 'unit' | 'area';
  /** Whether the formula is evaluated stage by stage, so that a bare name means "at this stage". */
  readonly byStage: boolean;
  /** What may be named besides measures and parameters; the attributes of a unit where nothing else is given. */
  readonly attributes?: ReadonlyMap<string, AttributeDefinition>;
  /** What the cells of forms (`基础基211!H6`) hold, where a formula may name them. */
  readonly cells?: 'number' | 'text';
}

export interface CheckedExpression {
  /** Null where there is any fault. */
  readonly term: Term | null;
  readonly faults: readonly Fault[];
}

/** Whether a name is the cell of a form, `sheet!A1`; a checked formula asks for its value as for an attribute. */
export const isCell = (name: string): boolean => name.includes('!');

const unitAttributes: ReadonlyMap<string, AttributeDefinition> = new Map(
  attributes.map((attribute) => [attribute.id, attribute]),
);
const typeWords: Readonly<Record<TermType, readonly [string, string]>> = {
  number: ['数', 'a number'],
  boolean: ['是或否的条件', 'a condition (true or false)'],
  text: ['文字', 'a text'],
};

/**
 * Resolves names, types and units of a formula. Reports every mistake it can find, not only the first.
 *
 * @param wanted the type the whole formula must have.
 */
export const checkExpression = (
  expression: Expression,
  context: FormulaContext,
  wanted: TermType,
): CheckedExpression => {
  const faults: Fault[] = [];
  const attributeById = context.attributes ?? unitAttributes;
  const parameterUnits = new Map(context.parameters.map((parameter) => [parameter.id, parameter.unit]));
  let aggregateDepth = 0;
  const stagesInAggregate = new Set<string>();

  const report = (found: Fault): null => {
    faults.push(found);
    return null;
  };
  const knownNames = function* (): Iterable<string> {
    yield* context.dictionary.measures.keys();
    yield* attributeById.keys();
    yield* parameterUnits.keys();
  };
  const number = (span: Span, dimension: Dimension | null): Span & { type: 'number'; dimension: Dimension | null } => ({
    start: span.start,
    end: span.end,
    type: 'number',
    dimension,
  });
  const boolean = (span: Span): Span & { type: 'boolean'; dimension: null } => ({
    start: span.start,
    end: span.end,
    type: 'boolean',
    dimension: null,
  });

  const expectType = (term: Term | null, type: TermType): Term | null => {
    if (!term || term.type === type) return term;
    const [zh, en] = typeWords[type];
    return report(fault(term, 'type-mismatch', { other: zh, suggestion: en }));
  };

  /** The common unit of two numbers that are added or compared; undefined where they do not agree. */
  const agree = (span: Span, left: Dimension | null, right: Dimension | null): Dimension | null | undefined => {
    if (left === null || right === null) return left ?? right;
    if (sameDimension(left, right)) return left;
    report(fault(span, 'unit-mismatch', { name: formatDimension(left), other: formatDimension(right) }));
    return undefined;
  };

  const dimensionOf = (unit: string, span: Span): Dimension => {
    const read = readUnit(unit);
    if (read.ok) return read.dimension;
    report(
      fault(span, 'unknown-unit', {
        name: read.unknown,
        suggestion: nearestName(read.unknown, Object.keys(unitWords)),
        list: Object.keys(unitWords),
      }),
    );
    return {};
  };

  const check = (node: Expression): Term | null => {
    switch (node.kind) {
      case 'number':
        return {
          op: 'constant',
          value: node.value,
          ...number(node, node.unit ? dimensionOf(node.unit.text, node.unit) : null),
        };
      case 'text':
        return { op: 'constant', value: node.value, type: 'text', dimension: null, start: node.start, end: node.end };
      case 'boolean':
        return { op: 'constant', value: node.value, ...boolean(node) };
      case 'name':
        return checkName(node);
      case 'negate': {
        const operand = expectType(check(node.operand), 'number');
        return operand && { op: 'negate', operand, ...number(node, operand.dimension) };
      }
      case 'not': {
        const operand = expectType(check(node.operand), 'boolean');
        return operand && { op: 'not', operand, ...boolean(node) };
      }
      case 'arithmetic':
        return checkArithmetic(node);
      case 'comparison':
        return checkComparison(node);
      case 'logical': {
        const left = expectType(check(node.left), 'boolean');
        const right = expectType(check(node.right), 'boolean');
        return left && right && { op: 'logical', operator: node.operator, left, right, ...boolean(node) };
      }
      case 'in':
        return checkIn(node);
      case 'if': {
        const condition = expectType(check(node.condition), 'boolean');
        const consequent = check(node.consequent);
        const otherwise = expectType(check(node.otherwise), consequent?.type ?? wanted);
        if (!condition || !consequent || !otherwise) return null;
        if (consequent.type === 'text') return expectType(consequent, 'number');
        const dimension = agree(node, consequent.dimension, otherwise.dimension);
        if (dimension === undefined) return null;
        return {
          op: 'if',
          condition,
          consequent,
          otherwise,
          type: consequent.type,
          dimension,
          start: node.start,
          end: node.end,
        };
      }
      case 'call':
        return checkCall(node);
    }
  };

  const checkName = (node: Expression & { kind: 'name' }): Term | null => {
    if (isCell(node.name)) return checkCell(node);
    const measure = context.dictionary.measures.get(node.name);
    if (measure) return checkMeasure(node, measure);
    if (node.stage && (attributeById.has(node.name) || parameterUnits.has(node.name))) {
      return report(fault(node.stage, 'stage-not-reported', { name: node.name, other: node.stage.text }));
    }
    const attribute = attributeById.get(node.name);
    if (attribute) {
      if (context.level === 'area' && aggregateDepth === 0)
        return report(fault(node, 'attribute-in-area', { name: node.name }));
      return {
        op: 'attribute',
        attribute: attribute.id,
        type: attribute.type,
        dimension: null,
        start: node.start,
        end: node.end,
      };
    }
    const unit = parameterUnits.get(node.name);
    if (unit !== undefined) return { op: 'parameter', parameter: node.name, ...number(node, dimensionOf(unit, node)) };
    return report(fault(node, 'unknown-name', { name: node.name, suggestion: nearestName(node.name, knownNames()) }));
  };

  const checkCell = ({ name, start, end }: Expression & { kind: 'name' }): Term | null =>
    context.cells === undefined
      ? report(fault({ start, end }, 'cell-outside-form', { name }))
      : { op: 'attribute', attribute: name, type: context.cells, dimension: null, start, end };

  const checkMeasure = (node: Expression & { kind: 'name' }, measure: Measure): Term | null => {
    const stage = checkStage(node, measure);
    if (stage === null) return null;
    const typed = number(node, dimensionOf(measure.unit, node));
    if (measure.level === 'area') return { op: 'areaMeasure', measure: measure.id, ...typed };
    if (context.level === 'area' && aggregateDepth === 0) {
      return report(fault(node, 'unit-measure-in-area', { name: measure.id }));
    }
    if (aggregateDepth > 0) stagesInAggregate.add(stage);
    return { op: 'unitMeasure', measure: measure.id, stage, ...typed };
  };

  const checkStage = (node: Expression & { kind: 'name' }, measure: Measure): TermStage | null => {
    const whole = measure.stages.includes('all');
    if (node.stage) {
      const named = stageNames.find((stage) => stage === node.stage?.text);
      if (!named) {
        const suggestion = nearestName(node.stage.text, stageNames);
        return report(fault(node.stage, 'unknown-stage', { name: node.stage.text, suggestion, list: stageNames }));
      }
      if (!measure.stages.includes(named) && !(measure.shared && named !== 'all')) {
        return report(
          fault(node.stage, 'stage-not-reported', { name: measure.id, other: named, list: measure.stages }),
        );
      }
      return named;
    }
    if (measure.level === 'area') return 'all';
    if (context.byStage) {
      if (whole && !measure.shared) return report(fault(node, 'whole-in-stage', { name: measure.id }));
      return 'current';
    }
    if (whole) return 'all';
    return report(fault(node, 'stage-needed', { name: measure.id, other: measure.stages[0] ?? 'primary' }));
  };

  const checkArithmetic = (node: Expression & { kind: 'arithmetic' }): Term | null => {
    const left = expectType(check(node.left), 'number');
    const right = expectType(check(node.right), 'number');
    if (!left || !right) return null;
    const typed = (dimension: Dimension | null): Term => ({
      op: 'arithmetic',
      operator: node.operator,
      left,
      right,
      ...number(node, dimension),
    });
    if (node.operator === '+' || node.operator === '-') {
      const dimension = agree(node, left.dimension, right.dimension);
      return dimension === undefined ? null : typed(dimension);
    }
    if (left.dimension === null && right.dimension === null) return typed(null);
    const combine = node.operator === '*' ? multiplyDimensions : divideDimensions;
    return typed(combine(left.dimension ?? {}, right.dimension ?? {}));
  };

  /** A text compared with an attribute must be a value the attribute can have. */
  const checkValue = (operand: Term, item: Term): boolean => {
    if (operand.op !== 'attribute' || item.op !== 'constant' || typeof item.value !== 'string') return true;
    const values = attributeById.get(operand.attribute)?.values;
    if (!values || values.includes(item.value)) return true;
    report(
      fault(item, 'unknown-value', {
        name: operand.attribute,
        other: item.value,
        suggestion: nearestName(item.value, values),
        list: values,
      }),
    );
    return false;
  };

  const checkComparison = (node: Expression & { kind: 'comparison' }): Term | null => {
    const ordered = node.operator !== '=' && node.operator !== '!=';
    const left = ordered ? expectType(check(node.left), 'number') : check(node.left);
    const right = left ? expectType(check(node.right), left.type) : check(node.right);
    if (!left || !right || !checkValue(left, right) || !checkValue(right, left)) return null;
    if (agree(node, left.dimension, right.dimension) === undefined) return null;
    return { op: 'comparison', operator: node.operator, left, right, ...boolean(node) };
  };

  const checkIn = (node: Expression & { kind: 'in' }): Term | null => {
    const operand = check(node.operand);
    if (!operand) return null;
    const items = node.items.map((item) => expectType(check(item), operand.type));
    const kept = items.filter((item) => item !== null);
    if (kept.length < items.length || !kept.every((item) => checkValue(operand, item))) return null;
    if (kept.some((item) => agree(item, operand.dimension, item.dimension) === undefined)) return null;
    return { op: 'in', operand, items: kept, ...boolean(node) };
  };

  const checkCall = (node: Expression & { kind: 'call' }): Term | null => {
    const { name } = node;
    if (isAggregateName(name)) return checkAggregate(node, name);
    if (node.where) report(fault(node.where, 'where-not-allowed', { name }));
    if (isStageFunctionName(name)) return checkStageFunction(node, name === 'sumOfStages' ? 'sum' : 'max');
    if (!isFunctionName(name)) {
      const suggestion = nearestName(name, allFunctionNames);
      return report(fault(node.nameSpan, 'unknown-function', { name, suggestion, list: allFunctionNames }));
    }
    const single = ['ceil', 'floor', 'abs', 'reported'].includes(name);
    if (single ? node.args.length !== 1 : node.args.length < 2) {
      return report(fault(node, 'wrong-argument-count', { name, other: single ? '1' : '2+' }));
    }
    const args = node.args.map((arg) => expectType(check(arg), 'number'));
    const kept = args.filter((arg) => arg !== null);
    if (kept.length < args.length) return null;
    if (name === 'reported') return { op: 'apply', name, args: kept, ...boolean(node) };
    let dimension: Dimension | null = null;
    for (const arg of kept) {
      const common = agree(arg, dimension, arg.dimension);
      if (common === undefined) return null;
      dimension = common;
    }
    return { op: 'apply', name, args: kept, ...number(node, dimension) };
  };

  const checkStageFunction = (node: Expression & { kind: 'call' }, how: 'sum' | 'max'): Term | null => {
    const [argument] = node.args;
    if (node.args.length !== 1 || !argument) {
      return report(fault(node, 'wrong-argument-count', { name: node.name, other: '1' }));
    }
    const measure = argument.kind === 'name' ? context.dictionary.measures.get(argument.name) : undefined;
    if (argument.kind === 'name' && !measure) return checkName(argument);
    if (
      !measure ||
      measure.level !== 'unit' ||
      measure.stages.includes('all') ||
      (argument.kind === 'name' && argument.stage)
    ) {
      return report(fault(argument, 'measure-expected', { name: node.name }));
    }
    if (context.level === 'area' && aggregateDepth === 0) {
      return report(fault(node, 'unit-measure-in-area', { name: `${node.name}(${measure.id})` }));
    }
    return { op: 'ofStages', how, measure: measure.id, ...number(node, dimensionOf(measure.unit, argument)) };
  };

  const checkAggregate = (node: Expression & { kind: 'call' }, name: AggregateName): Term | null => {
    if (context.level === 'unit') {
      const suggestion = name === 'sum' ? 'sumOfStages' : name === 'largest' ? 'maxOfStages' : null;
      return report(fault(node.nameSpan, 'aggregate-in-school', { name, suggestion }));
    }
    if (aggregateDepth > 0) return report(fault(node.nameSpan, 'nested-aggregate', { name }));
    if (node.args.length > 1 || (node.args.length === 0 && name !== 'count')) {
      return report(fault(node, 'wrong-argument-count', { name, other: name === 'count' ? '0–1' : '1' }));
    }
    const counting = name === 'count' || name === 'share';
    const faultsBefore = faults.length;
    aggregateDepth++;
    stagesInAggregate.clear();
    const [argument] = node.args;
    const of = argument ? expectType(check(argument), counting ? 'boolean' : 'number') : null;
    const where = node.where ? expectType(check(node.where), 'boolean') : null;
    aggregateDepth--;
    if (faults.length > faultsBefore) return null;
    stagesInAggregate.delete('all');
    if (stagesInAggregate.size > 1) return report(fault(node, 'stages-mixed', { name }));
    const dimension = name === 'count' ? { school: 1 } : name === 'share' ? {} : (of?.dimension ?? null);
    return { op: 'aggregate', name, of, where, ...number(node, dimension) };
  };

  return { term: expectType(check(expression), wanted), faults };
};
