import { openApplication } from '#app';
import { type HeldState, readState } from './read-state.ts';
import { runUntilKilled } from './run-until-killed.ts';
import { pupilsOf, schoolCount } from './schools.ts';

export interface KillSum {
  readonly kills: number;
  readonly imports: number;
  readonly undos: number;
  readonly snapshots: number;
  /** Kills that came while an import or undo was under way. */
  readonly inTheMiddle: number;
}

/** What is known to be done for good: the numbers of the imports that stand, oldest first, and the snapshots taken. */
interface Known {
  readonly standing: number[];
  readonly snapshots: string[];
  underWay: { readonly act: string; readonly base: number } | undefined;
}

/**
 * Starts a process that imports, takes back and evaluates, kills it at a moment of chance, starts the next on the same folder and
 * compares what it finds there with what was acknowledged, over and over.
 *
 * @param random a seeded generator of numbers in [0, 1)
 * @throws Error as soon as an import is half there or something acknowledged is missing
 */
export async function killRounds(
  folder: string,
  kills: number,
  random: () => number,
  onRound: (round: number) => void = () => {},
): Promise<KillSum> {
  const sum = { kills: 0, imports: 0, undos: 0, snapshots: 0, inTheMiddle: 0 };
  const known: Known = { standing: [], snapshots: [], underWay: undefined };
  let next = 0;
  for (let round = 0; round < kills; round += 1) {
    for (const line of await runUntilKilled('victim.ts', [folder, next], random, 6)) {
      const [word, act = '', what = ''] = line.split(' ');
      if (act === 'import' || act === 'undo') {
        next = Math.max(next, Number(what) + 1);
      }
      if (word === 'state') {
        compare(known, JSON.parse(line.slice('state '.length)) as HeldState);
      } else if (word === 'try') {
        known.underWay = { act, base: Number(what) };
      } else {
        settle(known, act, what, sum);
      }
    }
    sum.kills += 1;
    sum.inTheMiddle += known.underWay === undefined ? 0 : 1;
    // Numbers are never used twice, so that every file is a new one.
    next += 3;
    onRound(round + 1);
  }
  const application = await openApplication({ place: { kind: 'folder', folder } });
  try {
    compare(known, await readState(application));
  } finally {
    await application.close();
  }
  return sum;
}

function settle(
  known: Known,
  act: string,
  what: string,
  sum: { imports: number; undos: number; snapshots: number },
): void {
  if (act === 'import') {
    known.standing.push(Number(what));
    sum.imports += 1;
  } else if (act === 'undo') {
    known.standing.pop();
    sum.undos += 1;
  } else {
    known.snapshots.push(what);
    sum.snapshots += 1;
  }
  if (act !== 'snapshot') {
    known.underWay = undefined;
  }
}

function compare(known: Known, { standing, values, snapshots }: HeldState): void {
  adopt(known, standing);
  expectWhole(values, standing.at(-1));
  const lost = known.snapshots.filter((id) => !snapshots.includes(id));
  if (lost.length > 0) {
    throw new Error(`snapshots lost: ${lost.join(', ')}`);
  }
}

/** The imports that stand must be those acknowledged, with or without the one act that was under way. */
function adopt(known: Known, standing: readonly number[]): void {
  const { underWay } = known;
  const without = known.standing.join(' ');
  const withIt =
    underWay === undefined
      ? without
      : underWay.act === 'import'
        ? [...known.standing, underWay.base].join(' ')
        : known.standing.slice(0, -1).join(' ');
  const found = standing.join(' ');
  if (found !== without && found !== withIt) {
    throw new Error(`imports standing: ${found}; acknowledged: ${without}; under way: ${JSON.stringify(underWay)}`);
  }
  known.standing.splice(0, known.standing.length, ...standing);
  known.underWay = undefined;
}

/** Every school has both numbers of the last import that stands, or there is nothing at all. */
function expectWhole(found: readonly number[], base: number | undefined): void {
  const expected =
    base === undefined ? [] : Array.from({ length: schoolCount }, (_, n) => [base + 1, pupilsOf(base, n)]).flat();
  if (found.join(' ') !== expected.join(' ')) {
    throw new Error(`${found.length} facts are not those of import ${base}`);
  }
}
