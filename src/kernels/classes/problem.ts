/** Pupils to be divided into classes that are as alike as integers allow. */
export interface ClassesProblem {
  readonly pupils: number;
  readonly classes: number;
  /** Per attribute (sex, level, special needs, boarding, birth month) the value of each pupil, from 0; -1 is not counted. */
  readonly attributes: readonly Int32Array[];
  /** Prior level as a number; NaN where there is none. */
  readonly score: Float64Array;
  /** Pupils of the same number from 0 are put in one class (twins who ask for it); -1 for nobody. */
  readonly together: Int32Array;
  /** Pairs of pupils, one after the other, who are put in different classes. */
  readonly apart: Int32Array;
  /** A permutation of 0 … pupils - 1, drawn in public: it decides wherever two pupils are alike. */
  readonly lottery: Uint32Array;
}

export interface ClassesPlan {
  /** Per pupil, from 0. */
  readonly classOf: Int32Array;
  /** Pupils beyond what integers allow, summed over classes and values; 0: every count differs by at most 1. */
  readonly excess: number;
  /** Pairs who should be apart and are not. */
  readonly apartBroken: number;
  /** Largest class less smallest. */
  readonly sizeGap: number;
  /** Highest mean score less lowest, in standard deviations of all scores; 0 without scores. */
  readonly meanGap: number;
}

/** @throws RangeError on arrays of another length, values out of range, or pupils who are to be together and apart. */
export function checkProblem(problem: ClassesProblem): void {
  const { pupils, classes, attributes, score, together, apart, lottery } = problem;
  if (!Number.isInteger(classes) || classes < 1) throw new RangeError(`classes is ${classes}: must be at least 1`);
  for (const array of [...attributes, score, together, lottery]) {
    if (array.length !== pupils) throw new RangeError(`an array has ${array.length} entries: must have ${pupils}`);
  }
  if (attributes.some((values) => values.some((value) => value < -1))) throw new RangeError('an attribute is below -1');
  if (new Set(lottery).size !== pupils || lottery.some((rank) => rank >= pupils)) {
    throw new RangeError('the lottery must give each pupil its own rank from 0');
  }
  if (apart.length % 2 !== 0 || apart.some((i) => i < 0 || i >= pupils))
    throw new RangeError('apart must hold pairs of pupils');
  for (let k = 0; k < apart.length; k += 2) {
    const [one, other] = [apart[k] as number, apart[k + 1] as number];
    if (one === other || ((together[one] as number) >= 0 && together[one] === together[other])) {
      throw new RangeError(`pupils ${one} and ${other} are to be together and apart`);
    }
  }
}
