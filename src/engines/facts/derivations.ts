import type { Derivation, Dictionary, Measure } from '#standards';
import type { FactStage } from './model.ts';

/** A measure that follows from class or staff rows, as an SQL aggregate over one unit (and stage). */
export interface DerivedMeasure {
  readonly measure: string;
  readonly rows: Derivation['rows'];
  /** False: one value for the whole unit. */
  readonly perStage: boolean;
  readonly stages: readonly FactStage[];
  readonly aggregate: string;
}

const takes: Readonly<Record<string, string>> = {
  'sum of pupils': 'sum(pupils)',
  'largest pupils': 'max(pupils)',
  'number of rows': 'count(*)',
};

const teacher = "role = 'teacher' AND full_time";

/** The dictionary's words for a choice of staff rows, as conditions on the staff table. */
const staffConditions: Readonly<Record<string, string>> = {
  'full-time teachers of the stage': teacher,
  // The dictionary's own note to the measure: primary counts junior college and above, junior counts bachelor and above.
  'full-time teachers of the stage with the degree': `${teacher} AND (
    stage = 'primary' AND degree IN ('junior-college', 'bachelor', 'master', 'doctor')
    OR stage = 'junior' AND degree IN ('bachelor', 'master', 'doctor'))`,
  'full-time teachers of the stage with a backbone title': `${teacher} AND backbone`,
  'full-time teachers of the stage in PE, music, fine arts or arts': `${teacher} AND subject IN ('pe', 'music', 'fine-arts', 'arts')`,
  'full-time teachers of the stage with a certificate': `${teacher} AND certificate`,
  principals: "role = 'principal'",
};

/** Stages for which the rows can say a measure at all. */
const stagesKnown: Readonly<Record<string, readonly FactStage[]>> = {
  'full-time teachers of the stage with the degree': ['primary', 'junior'],
};

/**
 * The measures of a dictionary that rows can give.
 *
 * @remarks A derivation whose limit stands in words (it depends on the class) is left to the typed number.
 * @throws Error where the dictionary uses words this room does not know, so that a new derivation is never silently ignored.
 */
export function derivedMeasures(dictionary: Dictionary): readonly DerivedMeasure[] {
  return [...dictionary.measures.values()].flatMap((measure) => {
    const derived = measure.derive === null ? null : derive(measure, measure.derive);
    return derived === null ? [] : [derived];
  });
}

function derive(measure: Measure, derivation: Derivation): DerivedMeasure | null {
  const aggregate = takes[derivation.take];
  if (aggregate === undefined) {
    throw new Error(`measure ${measure.id}: no derivation by "${derivation.take}"`);
  }
  if (typeof derivation.pupilsTo === 'string') {
    return null;
  }
  const conditions = [
    ...(derivation.pupilsFrom === null ? [] : [`pupils >= ${derivation.pupilsFrom}`]),
    ...(derivation.pupilsTo === null ? [] : [`pupils <= ${derivation.pupilsTo}`]),
    ...(derivation.where === null ? [] : [staffCondition(measure.id, derivation.where)]),
  ];
  const filter = conditions.length === 0 ? '' : ` FILTER (WHERE ${conditions.join(' AND ')})`;
  return {
    measure: measure.id,
    rows: derivation.rows,
    perStage: !measure.stages.includes('all'),
    stages: stagesKnown[derivation.where ?? ''] ?? measure.stages,
    aggregate: `(${aggregate}${filter})::float8`,
  };
}

function staffCondition(measure: string, words: string): string {
  const condition = staffConditions[words];
  if (condition === undefined) {
    throw new Error(`measure ${measure}: no choice of staff rows by "${words}"`);
  }
  return condition;
}
