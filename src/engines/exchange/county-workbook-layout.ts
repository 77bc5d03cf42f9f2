import type { Dataset, Field } from '#engines/mapping';
import type { Dictionary, Measure } from '#standards';

/** One column of a sheet of the county workbook. */
export interface WorkbookColumn {
  readonly header: string;
  readonly field?: Field;
  /** The dataset's field, where the column is one. */
  readonly name?: string;
  readonly measure?: Measure;
  readonly width: number;
}

/** Units as a person in a county writes them. */
const printedUnits: Readonly<Record<string, string>> = {
  yuan: '元',
  m2: '平方米',
  'm2/room': '平方米',
  pupil: '人',
  teacher: '人',
  staff: '人',
  class: '个',
};

export const stageNames: Readonly<Record<string, string>> = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  special: '特殊教育',
};

export const sheetNames = {
  guide: '说明',
  stage: '学校数据（分学段）',
  whole: '学校数据（全校）',
  area: '县级数据',
} as const;

/** Header of a measure's column: its name and, where it has one, its unit. */
export function measureHeader(measure: Measure): string {
  const unit = printedUnits[measure.unit];
  return unit === undefined ? measure.words.zh : `${measure.words.zh}（${unit}）`;
}

/** The datasets of a county in the order of the sheets; areas are not a county's to write. */
export function datasetSheets(datasets: ReadonlyMap<string, Dataset>): readonly Dataset[] {
  return ['units', 'legalPersons', 'classes', 'staff'].flatMap((id) => datasets.get(id) ?? []);
}

/** The columns of a dataset's sheet: every field a file may bring. */
export function datasetColumns(dataset: Dataset): readonly WorkbookColumn[] {
  return Object.entries(dataset.fields)
    .filter(([, field]) => field.derived !== true)
    .map(([name, field]) => ({
      header: field.words.zh,
      field,
      name,
      width: Math.max(10, field.words.zh.length * 2 + 4),
    }));
}

export function unitMeasures(dictionary: Dictionary, kind: 'stage' | 'whole'): readonly Measure[] {
  return [...dictionary.measures.values()].filter(
    (measure) => measure.level === 'unit' && measure.stages.includes('all') === (kind === 'whole'),
  );
}

export function areaMeasures(dictionary: Dictionary): readonly Measure[] {
  return [...dictionary.measures.values()].filter((measure) => measure.level === 'area');
}
