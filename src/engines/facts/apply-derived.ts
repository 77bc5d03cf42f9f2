import { forEachTuple, type Session } from '#core/db';
import type { ColumnKey, Dictionary } from '#standards';
import type { ByteIndex } from './byte-index.ts';
import type { ColumnSet } from './column-set.ts';
import { countyCondition } from './county-condition.ts';
import { type DerivedMeasure, derivedMeasures } from './derivations.ts';
import type { FrameRequest, FrameRows } from './frame.ts';
import type { CountyScope, Disagreement, FactStage } from './model.ts';
import { portionsOf } from './portions.ts';

const tables = { classes: 'school_class', staff: 'staff' } as const;

/** Lays the numbers that follow from class and staff rows over the typed ones, and keeps what differed. */
export async function applyDerived(
  session: Session,
  dictionary: Dictionary,
  request: FrameRequest,
  rows: FrameRows,
  unitIndex: ByteIndex,
  units: ColumnSet,
  disagreements: Disagreement[],
): Promise<void> {
  const wanted = derivedMeasures(dictionary).filter(({ measure }) => request.measures?.includes(measure) ?? true);
  for (const source of ['classes', 'staff'] as const) {
    for (const perStage of [true, false]) {
      const measures = wanted.filter((measure) => measure.rows === source && measure.perStage === perStage);
      if (measures.length > 0) {
        await applyGroup({ session, request, rows, unitIndex, units, disagreements, source, perStage, measures });
      }
    }
  }
}

interface Group {
  readonly session: Session;
  readonly request: FrameRequest;
  readonly rows: FrameRows;
  readonly unitIndex: ByteIndex;
  readonly units: ColumnSet;
  readonly disagreements: Disagreement[];
  readonly source: 'classes' | 'staff';
  readonly perStage: boolean;
  readonly measures: readonly DerivedMeasure[];
}

async function applyGroup(group: Group): Promise<void> {
  for (const portion of portionsOf(group.request.counties)) await applyPortion(group, portion);
}

async function applyPortion(group: Group, counties: CountyScope): Promise<void> {
  const { session, request, perStage, measures, source, unitIndex } = group;
  const stage = perStage ? 'stage' : "'all'::text";
  const grouping = perStage ? 'county_code, unit_id, stage' : 'county_code, unit_id';
  const known = perStage ? 'stage IS NOT NULL' : 'true';
  const query = `SELECT county_code, unit_id, ${stage}, ${measures.map(({ aggregate }) => aggregate).join(', ')}
    FROM ${tables[source]} WHERE school_year = ${request.schoolYear} AND ${known} AND ${countyCondition(counties)}
    GROUP BY ${grouping}`;
  const decoder = new TextDecoder();
  await forEachTuple(session.copyOut(query, 'binary'), 3 + measures.length, ({ bytes, view, starts, ends }) => {
    const row = unitIndex.find(bytes, starts[0] ?? 0, ends[0] ?? 0, starts[1] ?? 0, ends[1] ?? 0);
    if (row < 0) {
      return;
    }
    const stageText = decoder.decode(bytes.subarray(starts[2], ends[2])) as FactStage;
    measures.forEach((measure, index) => {
      const at = starts[3 + index] ?? -1;
      if (at >= 0 && measure.stages.includes(stageText)) {
        write(group, row, measure, stageText, view.getFloat64(at));
      }
    });
  });
}

function write(
  group: Group,
  row: number,
  { measure, rows: source }: DerivedMeasure,
  stage: FactStage,
  derived: number,
): void {
  const { request, rows, units, disagreements } = group;
  const key: ColumnKey = `${measure}@${stage}`;
  const column = units.column(key);
  const typed = column[row] ?? Number.NaN;
  if (!Number.isNaN(typed) && typed !== derived) {
    disagreements.push({
      countyCode: rows.countyCode[row] ?? '',
      schoolYear: request.schoolYear,
      unitId: rows.unitId[row] ?? '',
      stage,
      measure,
      typed,
      derived,
      rows: source,
    });
  }
  column[row] = derived;
}
