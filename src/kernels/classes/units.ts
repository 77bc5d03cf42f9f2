import type { ClassesProblem } from './problem.ts';

/** Pupils who move as one. */
export interface Unit {
  readonly pupils: readonly number[];
  /** The counted values of its pupils, numbered through over all attributes. */
  readonly values: readonly number[];
  /** Sum of scores, each less the mean of all, in standard deviations. */
  readonly score: number;
  readonly scored: number;
  /** Units from which it is to be apart. */
  readonly apart: number[];
}

export interface Units {
  readonly units: readonly Unit[];
  /** Values over all attributes. */
  readonly values: number;
  /** Standard deviation of all scores; 0 where there is nothing to compare. */
  readonly deviation: number;
}

/** Units in an order in which alike ones follow each other: by values, then score, then lottery; larger units first. */
export function makeUnits({ pupils, attributes, score, together, apart, lottery }: ClassesProblem): Units {
  const scored = score.filter((value) => value === value);
  const mean = scored.reduce((sum, value) => sum + value, 0) / Math.max(1, scored.length);
  const deviation = Math.sqrt(scored.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, scored.length));
  const offsets = [0];
  for (const values of attributes)
    offsets.push((offsets.at(-1) as number) + values.reduce((most, v) => Math.max(most, v), -1) + 1);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < pupils; i++) {
    const key = (together[i] as number) >= 0 ? (together[i] as number) : -1 - i;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  const units = [...groups.values()].map((members): Unit => {
    const known = members.map((i) => score[i] as number).filter((value) => value === value);
    return {
      pupils: members,
      values: members.flatMap((i) =>
        attributes.flatMap((values, a) =>
          (values[i] as number) < 0 ? [] : [(offsets[a] as number) + (values[i] as number)],
        ),
      ),
      score: deviation === 0 ? 0 : known.reduce((sum, value) => sum + (value - mean) / deviation, 0),
      scored: known.length,
      apart: [],
    };
  });
  const rank = (unit: Unit) => Math.min(...unit.pupils.map((i) => lottery[i] as number));
  const keys = new Map(units.map((unit) => [unit, { values: unit.values.join(), rank: rank(unit) }]));
  const keyOf = (unit: Unit) => keys.get(unit) ?? { values: '', rank: 0 };
  units.sort(
    (a, b) =>
      b.pupils.length - a.pupils.length ||
      compareTexts(keyOf(a).values, keyOf(b).values) ||
      b.score - a.score ||
      keyOf(a).rank - keyOf(b).rank,
  );
  const unitOf = new Int32Array(pupils);
  units.forEach((unit, u) => unit.pupils.forEach((i) => (unitOf[i] = u)));
  for (let k = 0; k < apart.length; k += 2) {
    const [one, other] = [unitOf[apart[k] as number] as number, unitOf[apart[k + 1] as number] as number];
    units[one]?.apart.push(other);
    units[other]?.apart.push(one);
  }
  return { units, values: offsets.at(-1) as number, deviation };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
