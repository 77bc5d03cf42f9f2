import type { LocalText } from '#core/locale';
import type { InstrumentLibrary } from '#engines/instruments';
import type { Dataset } from '#engines/mapping';
import {
  type Dictionary,
  type Instrument,
  type InstrumentItem,
  itemsOf,
  type Measure,
  type SourceCell,
} from '#standards';
import type { FormStage } from './contract.ts';
import type { AskedField, AskedForm } from './model.ts';
import type { FormPolicy } from './read-form-policy.ts';

const everyStage: readonly FormStage[] = ['kindergarten', 'primary', 'junior', 'senior', 'special'];
const stagesOf = (stages: readonly string[]): readonly FormStage[] =>
  stages.includes('all') ? everyStage : everyStage.filter((stage) => stages.includes(stage));

type Asked = Pick<AskedForm, 'id' | 'origin' | 'title' | 'basis' | 'stages' | 'frequency' | 'minutes' | 'fields'>;

const derived = (
  of: { readonly office: string; readonly area: string },
  asked: Asked & Partial<Pick<AskedForm, 'note' | 'askedOf' | 'state'>>,
): AskedForm => ({
  ...of,
  why: '',
  note: null,
  askedOf: 'schools',
  state: 'inForce',
  minutesAre: 'estimated',
  fromOn: null,
  untilOn: null,
  endedOn: null,
  case: null,
  ...asked,
});

/** What the instruments ask. `given` = those that schools were really given lately; the others are only ready. */
export function instrumentForms(
  library: InstrumentLibrary,
  policy: FormPolicy,
  given: ReadonlySet<string>,
): readonly AskedForm[] {
  return library.all
    .map(({ instrument }) => instrument)
    .filter(({ subject }) => subject === 'school')
    .map((instrument) => {
      const items = itemsOf(instrument);
      const asked = askedOf(instrument);
      return derived(policy.instruments, {
        id: `instrument.${instrument.id}`,
        origin: 'instrument',
        title: { ...instrument.words },
        basis: bilingual(instrument.source.document),
        askedOf: asked,
        stages: stagesOf(instrument.stages),
        frequency: 'byRound',
        minutes: sum(items.map((item) => minutesOf(item, policy))),
        fields: items.map(({ words }) => ({ name: { ...words }, source: null })),
        state: asked !== 'schools' || given.has(instrument.id) ? 'inForce' : 'ready',
      });
    });
}

function askedOf({ kind }: Instrument): AskedForm['askedOf'] {
  return kind === 'survey' ? 'families' : kind === 'checklist' ? 'inspectors' : 'schools';
}

/** An answer that must be shown costs the file beside the answer. */
function minutesOf({ type, evidence }: InstrumentItem, { minutes: { typed } }: FormPolicy): number {
  return typed[type.kind] + (evidence === 'required' && type.kind !== 'files' ? typed.files : 0);
}

const oneRow: LocalText = {
  zh: '每班或每人一行的表按一行估算，实际用时更多。',
  en: 'A sheet with a row per class or person is estimated as one row: it really takes longer.',
};

/** The sheets of the county workbook: everything in them is pre-filled, and read over once a year. */
export function workbookForms(
  dictionary: Dictionary,
  datasets: ReadonlyMap<string, Dataset>,
  { workbook, minutes }: FormPolicy,
): readonly AskedForm[] {
  const { frequency, basis, ...of } = workbook;
  const sheet = (id: string, name: LocalText, fields: readonly AskedField[], stages: readonly string[], note = false) =>
    derived(of, {
      id: `workbook.${id}`,
      origin: 'workbook',
      title: { zh: `县级工作簿·${name.zh}`, en: `County workbook: ${name.en}` },
      basis,
      stages: stagesOf(stages),
      frequency,
      minutes: sum(fields.map(() => minutes.prefilled)),
      fields,
      note: note ? oneRow : null,
    });
  const records = [...datasets.values()]
    .filter(({ id }) => id !== 'areas')
    .map((dataset) =>
      sheet(
        dataset.id,
        dataset.words,
        Object.entries(dataset.fields).flatMap(([name, field]) =>
          field.derived === true ? [] : [{ name: { ...field.words }, source: `registry:${dataset.id}.${name}` }],
        ),
        ['all'],
        dataset.yearly,
      ),
    );
  const ofSchools = [...dictionary.measures.values()].filter(({ level }) => level === 'unit');
  const fieldOf = ({ id, words }: Measure): AskedField => ({ name: { ...words }, source: `measure:${id}` });
  const isWhole = ({ stages }: Measure) => stages.includes('all');
  return [
    ...records,
    sheet(
      'stage',
      { zh: '学校数据（分学段）', en: 'school data by stage' },
      ofSchools.filter((one) => !isWhole(one)).map(fieldOf),
      ['all'],
    ),
    sheet(
      'whole',
      { zh: '学校数据（全校）', en: 'school data, whole school' },
      ofSchools.filter(isWhole).map(fieldOf),
      ['all'],
    ),
  ];
}

const onlyRead: LocalText = {
  zh: '只列出本系统读取的项目；报表的其余项目不在本目录。',
  en: 'Only what this system reads from the return is listed; the rest of it is not in this register.',
};

/** The official returns of a school year, by the cells that the dictionary of measures names. */
export function returnForms(dictionary: Dictionary, policy: FormPolicy, schoolYear: number): readonly AskedForm[] {
  const { frequency, basis, confidence: _, ...of } = policy.returns;
  const inYear = ({ since, until }: SourceCell) => (since ?? 0) <= schoolYear && schoolYear <= (until ?? 9999);
  const cells = [...dictionary.measures.values()].flatMap((measure) =>
    measure.level === 'unit' ? measure.forms.filter(inYear).map((cell) => ({ measure, cell })) : [],
  );
  return [...Map.groupBy(cells, ({ cell }) => cell.form)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([form, found]) =>
      derived(of, {
        id: `return.${form}`,
        origin: 'return',
        title: { zh: `统计报表 ${form}`, en: `Official return ${form}` },
        basis,
        stages: stagesOf(found.map(({ cell }) => cell.stage)),
        frequency,
        minutes: sum(found.map(() => policy.minutes.typed.number)),
        fields: found.map(({ measure, cell }) => ({
          name: { zh: `${measure.words.zh}（${cell.cell}）`, en: `${measure.words.en} (${cell.cell})` },
          source: null,
        })),
        note: onlyRead,
      }),
    );
}

const bilingual = (words: string): LocalText => ({ zh: words, en: words });
const sum = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((total, one) => total + one, 0) * 100) / 100;
