import { parseCaseName } from '#engines/cases';
import { type CountedState, openCountedCases, readCounted } from './counted-case.ts';
import { runUntilKilled } from './run-until-killed.ts';

export interface CaseKillSum {
  readonly kills: number;
  readonly acts: number;
  /** Kills that came while an act was under way. */
  readonly inTheMiddle: number;
}

/**
 * Starts a process that acts on cases, kills it at a moment of chance, starts the next on the same folder and compares what it finds
 * there with what was acknowledged, over and over.
 *
 * @throws Error as soon as an acknowledged act is missing, an effect is half there, a history does not verify or the trail does not
 */
export async function killCaseRounds(
  folder: string,
  kills: number,
  random: () => number,
  onRound: (round: number) => void = () => {},
): Promise<CaseKillSum> {
  const sum = { kills: 0, acts: 0, inTheMiddle: 0 };
  /** The last action known to be done for good, by case. */
  const known = new Map<string, number>();
  for (let round = 0; round < kills; round += 1) {
    let underWay = false;
    for (const line of await runUntilKilled('case-victim.ts', [folder, round * 1000], random, 40)) {
      const [word, name = '', seq = ''] = line.split(' ');
      if (word === 'state') compare(known, JSON.parse(line.slice('state '.length)) as CountedState);
      underWay = word === 'try';
      if (word === 'done') {
        known.set(parseCaseName(name)?.id ?? '', Number(seq));
        sum.acts += 1;
      }
    }
    sum.kills += 1;
    sum.inTheMiddle += underWay ? 1 : 0;
    onRound(round + 1);
  }
  const counted = await openCountedCases(folder);
  try {
    compare(known, await readCounted(counted));
  } finally {
    await counted.close();
  }
  return sum;
}

function compare(known: Map<string, number>, { seqs, halves, faults, isAudited }: CountedState): void {
  for (const [id, seq] of known) {
    const found = seqs[id] ?? 0;
    // One more may stand: the act that was done but not yet acknowledged when the kill came.
    if (found < seq || found > seq + 1) throw new Error(`case ${id}: action ${seq} acknowledged, ${found} found`);
  }
  if (halves !== 0) throw new Error(`${halves} acts with half an effect`);
  if (faults !== 0) throw new Error(`${faults} cases do not verify`);
  if (!isAudited) throw new Error('the audit trail does not hold, or misses an act');
  for (const [id, seq] of Object.entries(seqs)) known.set(id, seq);
}
