import type { DemoAttestation, DemoUnit } from './model.ts';

/** What the people of the demo answer for each standard; a school's own items are answered by every school it covers. */
interface Answers {
  readonly standard: string;
  readonly county: Readonly<Record<string, boolean | number>>;
  readonly school: readonly string[];
  readonly covers: readonly string[];
}

const answers: readonly Answers[] = [
  {
    standard: 'CN-CQB-2017',
    county: {
      ...{ G1: true, G2: true, G8d: true, G10: true, G14d: true, G15d: true },
      ...{ Q9a: 3, Q9b: 0.118, S1: 0.893 },
      ...{ V1: false, V2: false, V3: false, V4: false, V5: false, V6: false },
    },
    school: ['Q3', 'Q5', 'Q6', 'Q7', 'Q8'],
    covers: ['primary', 'junior', 'special'],
  },
  {
    standard: 'CN-CPU-2020',
    county: {
      ...{
        G1: true,
        G2: true,
        G3: true,
        G4: true,
        G5: true,
        G6: true,
        G7: true,
        G8: true,
        G9: true,
        Q1: true,
        Q5: true,
      },
      ...{ S1: 0.914, V1: false, V2: false },
    },
    school: [],
    covers: [],
  },
  { standard: 'CN-CBB-2012', county: { W1: 91, S1: 0.902 }, school: [], covers: [] },
  {
    standard: 'CN-BPE-2023',
    county: { B26a: true, B4b: true },
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
