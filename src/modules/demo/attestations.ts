import type { DemoAttestation, DemoUnit } from './model.ts';

/** What the people of the demo answer for each standard; a school's own items are answered by every school it covers. */
interface Answers {
  readonly standard: string;
  readonly county: Readonly<Record<string, boolean | number>>;
  readonly school: readonly string[];
  readonly covers: readonly string[];
}

const yes = (...items: readonly string[]) => Object.fromEntries(items.map((item) => [item, true]));
const no = (...items: readonly string[]) => Object.fromEntries(items.map((item) => [item, false]));

const answers: readonly Answers[] = [
  {
    standard: 'CN-CQB-2017',
    county: {
      ...yes('G1', 'G2', 'G8d', 'G10', 'G14d', 'G15d'),
      ...no('V1', 'V2', 'V3', 'V4', 'V5', 'V6'),
      Q9a: 3,
      Q9b: 0.118,
      S1: 0.893,
    },
    school: ['Q3', 'Q5', 'Q6', 'Q7', 'Q8'],
    covers: ['primary', 'junior', 'special'],
  },
  {
    standard: 'CN-CPU-2020',
    county: {
      ...yes('G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'Q1', 'Q5'),
      ...no('V1', 'V2'),
      S1: 0.914,
    },
    school: [],
    covers: [],
  },
  { standard: 'CN-CBB-2012', county: { W1: 91, S1: 0.902 }, school: [], covers: [] },
  {
    standard: 'CN-BPE-2023',
    county: yes('B26a', 'B4b'),
    school: ['A10c', 'B17c', 'B18a'],
    covers: ['kindergarten', 'primary', 'junior'],
  },
];

/** Not answered yet in the last year, so that the county has something to do. */
const openItem = 'G2';
/** In the last year one school says that its workload is too heavy. */
const refusedItem = 'Q8';

/** Everything that is attested in a county and year. */
export function* attest(units: readonly DemoUnit[], isLatest: boolean): Generator<DemoAttestation> {
  for (const { standard, county, school, covers } of answers) {
    for (const [item, answer] of Object.entries(county)) {
      if (!(isLatest && standard === 'CN-CQB-2017' && item === openItem)) yield { standard, item, unitId: '', answer };
    }
    const covered = units.filter((unit) => unit.stages.some((stage) => covers.includes(stage)));
    for (const item of school) {
      for (const [i, unit] of covered.entries()) {
        const isRefused = isLatest && item === refusedItem && i === Math.floor(covered.length / 2);
        yield { standard, item, unitId: unit.id, answer: !isRefused };
      }
    }
  }
}
