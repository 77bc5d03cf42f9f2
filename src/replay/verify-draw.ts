import { allocate } from './allocate.ts';
import { digestHex, toUtf8 } from './digest.ts';
import { UnreadableDraw } from './draw.ts';
import { drawNumbers } from './draw-numbers.ts';
import { groupBy } from './group-by.ts';
import { readDraw } from './read-draw.ts';
import { type Frozen, listFiles, readFrozen, readSeed } from './read-frozen.ts';
import { linesOf } from './read-table.ts';
import { writeResults } from './write-results.ts';

export interface Difference {
  readonly file: string;
  /** From 1; 0 where the file as a whole differs, is missing or cannot be read. */
  readonly line: number;
  readonly published: string;
  /** What this program finds in its place, or why the file cannot be read. */
  readonly found: string;
}

export interface DrawVerification {
  readonly holds: boolean;
  readonly title: string;
  /** Of frozen.json, to be compared with the one published before the seed. */
  readonly listHash: string;
  readonly seed: string;
  readonly source: string;
  readonly applicants: number;
  readonly placed: number;
  readonly kind: 'stable' | 'none' | 'unsettled' | null;
  /** The first difference of each file; lists first. */
  readonly differences: readonly Difference[];
}

export const resultFiles = ['numbers.csv', 'results.csv', 'outcome.csv'] as const;
export const drawFiles: readonly string[] = ['frozen.json', ...listFiles, 'seed.json', ...resultFiles];

/**
 * Computes a published draw again from its files alone and compares every line.
 *
 * @param files by name, as published; others are not looked at
 */
export function verifyDraw(files: ReadonlyMap<string, Uint8Array>): DrawVerification {
  const differences: Difference[] = [];
  const empty = { title: '', listHash: '', seed: '', source: '', applicants: 0, placed: 0, kind: null };
  try {
    for (const name of drawFiles) {
      if (!files.has(name)) throw new UnreadableDraw(name, 0, 'the file is missing');
    }
    const bytes = (name: string) => files.get(name) ?? new Uint8Array();
    const text = (name: string) => new TextDecoder().decode(bytes(name));
    const frozen = readFrozen(text('frozen.json'));
    const listHash = digestHex(frozen.digest, bytes('frozen.json'));
    const seed = readSeed(text('seed.json'));
    if (seed.list !== listHash) {
      differences.push({ file: 'seed.json', line: 0, published: seed.list, found: listHash });
    }
    differences.push(...changedLists(frozen, bytes, text));
    const draw = readDraw(
      {
        applicants: text('applicants.csv'),
        choices: text('choices.csv'),
        groups: text('groups.csv'),
        families: text('families.csv'),
      },
      frozen.mostRounds,
      frozen.fallBack,
    );
    const numbers = drawNumbers(draw, frozen.digest, listHash, seed.value);
    const outcome = allocate(draw, numbers);
    const found = writeResults(draw, numbers, outcome);
    for (const [name, own] of [
      ['numbers.csv', found.numbers],
      ['results.csv', found.results],
      ['outcome.csv', found.outcome],
    ] as const) {
      const difference = firstDifference(name, text(name), own);
      if (difference !== null) differences.push(difference);
    }
    return {
      holds: differences.length === 0,
      title: frozen.title,
      listHash,
      seed: seed.value,
      source: seed.source,
      applicants: draw.applicants.length,
      placed: outcome.seat.size,
      kind: outcome.kind,
      differences,
    };
  } catch (error) {
    if (!(error instanceof UnreadableDraw)) throw error;
    if (differences.every(({ file }) => file !== error.file)) {
      differences.push({ file: error.file, line: error.line, published: '', found: error.message });
    }
    return { ...empty, holds: false, differences };
  }
}

/** Lists that are not what was frozen, with the line where the digests of the lines tell it. */
function changedLists(
  frozen: Frozen,
  bytes: (name: string) => Uint8Array,
  text: (name: string) => string,
): Difference[] {
  const isChanged = (name: (typeof listFiles)[number]) => digestHex(frozen.digest, bytes(name)) !== frozen.files[name];
  if (isChanged('lines.csv')) {
    return [
      {
        file: 'lines.csv',
        line: 0,
        published: frozen.files['lines.csv'],
        found: digestHex(frozen.digest, bytes('lines.csv')),
      },
    ];
  }
  const digests = groupBy(linesOf(text('lines.csv')).slice(1), (line) => line.split(',')[0] ?? '');
  return listFiles.filter(isChanged).map((name) => {
    const published = (digests.get(name) ?? []).map((line) => line.split(',')[2] ?? '');
    const lines = linesOf(text(name));
    const at = Array.from({ length: Math.max(lines.length, published.length) }).findIndex(
      (_, k) => lineDigest(frozen, lines[k]) !== published[k],
    );
    const line = at + 1;
    return at < 0
      ? { file: name, line, published: frozen.files[name], found: digestHex(frozen.digest, bytes(name)) }
      : { file: name, line, published: published[at] ?? '', found: lines[at] ?? '' };
  });
}

function lineDigest({ digest }: Frozen, line: string | undefined): string | undefined {
  return line === undefined ? undefined : digestHex(digest, toUtf8(line)).slice(0, 16);
}

function firstDifference(file: string, published: string, found: string): Difference | null {
  if (published === found) return null;
  const [theirs, ours] = [linesOf(published), linesOf(found)];
  const at = Array.from({ length: Math.max(theirs.length, ours.length) }).findIndex((_, k) => theirs[k] !== ours[k]);
  return { file, line: at + 1, published: theirs[at] ?? '', found: ours[at] ?? '' };
}
