import type { Session } from '#core/db';
import { readUnitFacts, type SourcedFact } from '#engines/facts';
import {
  explainCoefficient,
  explainIndicator,
  explainVerdict,
  type Stage,
  type Trace,
  type TraceSource,
} from '#standards';
import type { SourceCell, TraceAnswer, TraceNode } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { cellOf } from './source-cell.ts';

export interface TraceQuestion {
  readonly of: 'value' | 'coefficient' | 'verdict';
  readonly indicator?: string | undefined;
  readonly stage?: Stage | 'all' | undefined;
  /** Row of the unit table; absent = the area itself. */
  readonly unit?: number | undefined;
}

/** How a number came about, down to the cells it was read from. */
export async function traceNumber(
  session: Session,
  area: AreaEvaluation,
  question: TraceQuestion,
): Promise<TraceAnswer> {
  const trace = explain(area, question);
  if (trace === null) {
    throw balanceErrors.indicatorNotFound({ indicator: question.indicator ?? '', standard: area.head.standard.id });
  }
  const { definition } = area.entry.compiled;
  const subject = definition.indicators.find(({ id }) => id === question.indicator);
  const cells = new CellFinder(session, area);
  return {
    ...area.head,
    clause: subject?.provenance.clause ?? '',
    document: definition.source.title,
    confidence: subject?.provenance.confidence ?? definition.confidence,
    trace: await nodeOf(trace, cells),
  };
}

function explain(area: AreaEvaluation, { of, indicator, stage, unit }: TraceQuestion): Trace | null {
  const { evaluated, entry } = area;
  const { input } = evaluated;
  if (of === 'verdict') {
    const isStage = stage !== undefined && stage !== 'all';
    return explainVerdict(entry.compiled, input, unit !== undefined && isStage ? { unit, stage } : { area: area.area });
  }
  const known = entry.compiled.definition.indicators.find(({ id }) => id === indicator);
  if (known === undefined || (of === 'coefficient' && (stage === undefined || stage === 'all'))) return null;
  if (of === 'coefficient') {
    const level = input.areas.level[area.area];
    const isOwn = level === undefined || level === entry.compiled.definition.level;
    const options = isOwn ? {} : { comparing: { members: 'school' as const, groups: level } };
    return explainCoefficient(
      entry.compiled,
      input,
      { indicator: known.id, stage: stage as Stage, area: area.area },
      options,
    );
  }
  const subject = { indicator: known.id, stage: stage ?? known.stages[0] ?? 'all' };
  return explainIndicator(
    entry.compiled,
    input,
    unit === undefined ? { ...subject, area: area.area } : { ...subject, unit },
  );
}

async function nodeOf(trace: Trace, cells: CellFinder): Promise<TraceNode> {
  const parts: TraceNode[] = [];
  for (const part of trace.parts) parts.push(await nodeOf(part, cells));
  const found = trace.source === undefined ? null : await cells.find(trace.source);
  return {
    label: trace.label,
    ...(trace.formula === undefined ? {} : { formula: trace.formula }),
    ...(trace.substituted === undefined ? {} : { substituted: trace.substituted }),
    value: trace.value,
    ...(trace.unit === undefined ? {} : { unit: trace.unit }),
    notes: [...trace.notes, ...(found === null || found.value === trace.value ? [] : [fromRows])],
    sources: found === null || found.cell === null ? [] : [found.cell],
    parts,
  };
}

const fromRows = {
  zh: '由班级或教职工名册逐行得出，与报表中填写的数不同',
  en: 'counted from class or staff rows; the figure typed in the return differs',
};

/** Finds the cell behind a number; asks once a unit. */
class CellFinder {
  readonly #session: Session;
  readonly #area: AreaEvaluation;
  readonly #facts = new Map<string, Promise<readonly SourcedFact[]>>();

  constructor(session: Session, area: AreaEvaluation) {
    this.#session = session;
    this.#area = area;
  }

  async find({ table, row, column }: TraceSource): Promise<{ value: number; cell: SourceCell | null } | null> {
    const { input } = this.#area.evaluated;
    const county = table === 'area' ? input.areas.code[row] : input.areas.code[input.units.county[row] as number];
    const unit = table === 'area' ? '' : (input.units.id[row] as string);
    const [measure, stage] = column.split('@');
    const facts = await this.#factsOf(county as string, unit);
    const fact = facts.find((one) => one.measure === measure && one.stage === stage);
    return fact === undefined ? null : { value: fact.value, cell: cellOf(fact) };
  }

  #factsOf(county: string, unit: string): Promise<readonly SourcedFact[]> {
    const key = `${county} ${unit}`;
    const known = this.#facts.get(key) ?? readUnitFacts(this.#session, county, unit, this.#area.head.schoolYear);
    this.#facts.set(key, known);
    return known;
  }
}
