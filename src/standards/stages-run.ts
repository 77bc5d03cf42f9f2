import { type ColumnKey, type EvaluationInput, type Stage, stages } from './input.ts';

/** The bit of a stage in `UnitTable.stages`. */
export const stageBit = (stage: Stage): number => 1 << stages.indexOf(stage);

/**
 * The stages that each unit runs, as bits.
 *
 * @remarks What the unit table says; where it says nothing, the stages of which the unit reported anything.
 */
export const stagesRun = (input: EvaluationInput): Uint8Array => {
  const { units } = input;
  if (units.stages) return units.stages;
  const bits = new Uint8Array(units.size);
  for (const [key, column] of units.columns) {
    const stage = stageOfKey(key);
    if (!stage) continue;
    const bit = stageBit(stage);
    for (let unit = 0; unit < units.size; unit++) {
      if (!Number.isNaN(column[unit])) bits[unit] = (bits[unit] as number) | bit;
    }
  }
  return bits;
};

const stageOfKey = (key: ColumnKey): Stage | undefined => {
  const name = key.slice(key.lastIndexOf('@') + 1);
  return stages.find((stage) => stage === name);
};
