import type { Cell } from '#engines/sheets';
import type { Measure } from '#standards';
import { textOf } from './cell-text.ts';
import type { ReadFacts, ReadMeasure } from './compile-sheet.ts';
import type { Field } from './dataset.ts';
import type { FactPlace } from './gather-facts.ts';
import { halfWidth } from './normalize-text.ts';
import type { Pick } from './pick-source.ts';
import { fault, readField } from './read-field.ts';
import { readMeasure } from './read-measure.ts';
import type { SheetReading } from './sheet-reading.ts';

const stageField: Field = {
  type: 'code',
  words: { zh: '学段', en: 'stage' },
  column: 'stage',
  codes: {
    kindergarten: ['幼儿园', '学前', '学前教育', '幼儿'],
    primary: ['小学', '小学段', '小学部'],
    junior: ['初中', '普通初中', '初级中学', '初中部'],
    senior: ['高中', '普通高中', '高级中学', '高中部'],
    special: ['特教', '特殊教育', '特殊教育学校'],
    all: ['全校', '全部', '不分学段', '合计'],
  },
};
const unitField: Field = {
  type: 'identifier',
  words: { zh: '学校标识', en: 'unit' },
  column: 'unit_id',
  required: true,
  maxLength: 64,
};

/**
 * Reads the numbers of one row.
 *
 * @param raw The row's own cells: a number that a merged cell repeats counts once.
 * @param cells The same with merged cells filled down.
 */
export function readFacts(
  facts: ReadFacts,
  raw: readonly Cell[],
  cells: readonly Cell[],
  at: Omit<FactPlace, 'unitId' | 'stage'>,
  reading: SheetReading,
): void {
  const { place, blanks } = reading;
  const unit = facts.unit?.(cells, place);
  const unitId =
    unit === undefined ? '' : unit === fault ? fault : readField(unitField, unit.cell, unit.column, place, blanks);
  const stage = stageOf(facts.stage, cells, reading);
  if (typeof unitId !== 'string' || stage === fault) {
    return;
  }
  const row = { ...at, unitId, stage: stage ?? 'all' };
  for (const read of facts.measures) {
    if (read.test === undefined || read.test(cells)) {
      readOne(read, raw, cells, stage, row, reading);
    }
  }
  if (facts.long !== undefined) {
    readLong(facts.long, cells, stage, row, reading);
  }
}

function readOne(
  read: ReadMeasure,
  raw: readonly Cell[],
  cells: readonly Cell[],
  rowStage: string | null,
  at: FactPlace,
  reading: SheetReading,
): void {
  const { place, blanks } = reading;
  const own = stageOf(read.stage, cells, reading);
  const picked = read.pick?.(raw, place) ?? { cell: null, column: read.column };
  if (own === fault || picked === fault) {
    return;
  }
  const { cell, column } = picked;
  const value = read.source.take === 'count' ? 1 : readMeasure(read.measure, cell, column, read.unit, place, blanks);
  if (value === undefined || value === fault) {
    return;
  }
  const stage = stageFor(read.measure, own ?? rowStage);
  if (stage === undefined) {
    place.report('wrong-stage', column, cell, { field: read.measure.words, stage: own ?? rowStage ?? '' });
    return;
  }
  const schoolYear = read.schoolYear ?? at.schoolYear;
  const target = stage === at.stage && schoolYear === at.schoolYear ? at : { ...at, stage, schoolYear };
  reading.gathered.facts.add(target, read.measure, Math.max(0, column), value, read.source.take, place);
}

/** A table with one number a row, the measure named beside it. */
function readLong(
  long: { readonly measure: Pick; readonly value: Pick },
  cells: readonly Cell[],
  stage: string | null,
  at: FactPlace,
  reading: SheetReading,
): void {
  const { place, blanks, context } = reading;
  const name = long.measure(cells, place);
  const picked = long.value(cells, place);
  if (name === fault || picked === fault) {
    return;
  }
  const { measures } = context.dictionary;
  const measure = measures.get(halfWidth(textOf(name.cell)));
  if (measure === undefined) {
    const allowed = [...measures.keys()].slice(0, 12).join('、');
    place.report('unknown-code', name.column, name.cell, { field: { zh: '指标量', en: 'measure' }, allowed });
    return;
  }
  const value = readMeasure(measure, picked.cell, picked.column, undefined, place, blanks);
  if (value === undefined || value === fault) {
    return;
  }
  const fits = stageFor(measure, stage);
  if (fits === undefined) {
    place.report('wrong-stage', picked.column, picked.cell, { field: measure.words, stage: stage ?? '' });
    return;
  }
  reading.gathered.facts.add({ ...at, stage: fits }, measure, picked.column, value, undefined, place);
}

function stageOf(pick: Pick | undefined, cells: readonly Cell[], reading: SheetReading): string | null | typeof fault {
  const picked = pick?.(cells, reading.place);
  if (picked === undefined) {
    return null;
  }
  const value =
    picked === fault ? fault : readField(stageField, picked.cell, picked.column, reading.place, reading.blanks);
  return typeof value === 'string' || value === fault ? value : null;
}

/** The stage a number is filed under; undefined where the measure is not reported for it. */
function stageFor(measure: Measure, stage: string | null): string | undefined {
  if (measure.stages.includes('all')) {
    return 'all';
  }
  const [only, other] = measure.stages;
  return measure.stages.find((known) => known === stage) ?? (other === undefined && stage === null ? only : undefined);
}
