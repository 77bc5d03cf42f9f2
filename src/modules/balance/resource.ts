import { type Comparison, unitWords, type Words } from '#standards';

/** What an indicator counts on top of its fraction bar: rooms, teachers, m², yuan. */
export interface Resource {
  readonly words: Words;
  /** Comes in whole pieces. */
  readonly isWhole: boolean;
  /** Pupils that the amount is for: 100 in "rooms per 100 pupils". */
  readonly perPupils: number;
}

const divisible = new Set(['m2', 'yuan', 'hour', 'share']);
const perPupil = /^(\w+)\/(?:(\d+) )?pupil$/;

/** The resource of an indicator per pupil, such as `room/100 pupil`; null where the unit is of another kind. */
export function resourceOf(unit: string): Resource | null {
  const [, name, pupils] = perPupil.exec(unit) ?? [];
  const words = name === undefined ? undefined : unitWords[name];
  if (name === undefined || words === undefined) return null;
  return { words, isWhole: !divisible.has(name), perPupils: pupils === undefined ? 1 : Number(pupils) };
}

/**
 * What is missing to the line, in pieces of the resource: whole pieces where it comes so. 0 = nothing is missing.
 *
 * @example amountShort({ resource: roomsPer100, value: 1.9, line: 2.3, comparison: 'atLeast', pupils: 420 }) // 2
 */
export function amountShort(gap: {
  readonly resource: Resource;
  readonly value: number;
  readonly line: number;
  readonly comparison: Comparison;
  readonly pupils: number;
}): number {
  const { resource, value, line, pupils } = gap;
  if (gap.comparison !== 'atLeast' && gap.comparison !== 'above') return 0;
  const short = ((line - value) * pupils) / resource.perPupils;
  if (!(short > 0)) return 0;
  // Values are quotients: a shortfall of exactly two rooms may come out as 2.0000000000000004.
  return resource.isWhole ? Math.ceil(short - 1e-9) : short;
}

/** "还差 2 间" / "2 rooms short"; null where nothing is missing. */
export function gapWords(resource: Resource, amount: number): Words | null {
  if (amount <= 0) return null;
  const figure = resource.isWhole ? String(amount) : String(Math.ceil(amount * 100) / 100);
  const plural = amount === 1 || !/^[a-z]+$/.test(resource.words.en) || resource.words.en === 'yuan' ? '' : 's';
  return { zh: `还差 ${figure} ${resource.words.zh}`, en: `${figure} ${resource.words.en}${plural} short` };
}
