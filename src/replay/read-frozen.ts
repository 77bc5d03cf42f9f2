import { type DigestName, isDigestName } from './digest.ts';
import { type Draw, UnreadableDraw } from './draw.ts';

export const listFiles = ['applicants.csv', 'choices.csv', 'groups.csv', 'families.csv', 'lines.csv'] as const;
export type ListFile = (typeof listFiles)[number];

/** What was published before the seed. */
export interface Frozen {
  readonly title: string;
  readonly digest: DigestName;
  readonly mostRounds: number;
  readonly fallBack: Draw['fallBack'];
  readonly files: Readonly<Record<ListFile, string>>;
}

export interface Seed {
  /** Hash of frozen.json. */
  readonly list: string;
  readonly value: string;
  readonly source: string;
}

export function readFrozen(text: string): Frozen {
  const object = readObject('frozen.json', text);
  const { format, digest, mostRounds, fallBack, files } = object;
  if (format !== 'junheng-draw-1') throw new UnreadableDraw('frozen.json', 0, 'the format must be junheng-draw-1');
  if (!isDigestName(digest)) throw new UnreadableDraw('frozen.json', 0, 'digest must be sha256 or sm3');
  if (typeof mostRounds !== 'number' || !Number.isInteger(mostRounds) || mostRounds < 1) {
    throw new UnreadableDraw('frozen.json', 0, 'mostRounds must be a whole number above 0');
  }
  if (fallBack !== 'separate' && fallBack !== 'keep') {
    throw new UnreadableDraw('frozen.json', 0, 'fallBack must be separate or keep');
  }
  const named = isObject(files) ? files : {};
  const hashOf = (name: ListFile) => textIn('frozen.json', named, name);
  return {
    title: textIn('frozen.json', object, 'title'),
    digest,
    mostRounds,
    fallBack,
    files: {
      'applicants.csv': hashOf('applicants.csv'),
      'choices.csv': hashOf('choices.csv'),
      'groups.csv': hashOf('groups.csv'),
      'families.csv': hashOf('families.csv'),
      'lines.csv': hashOf('lines.csv'),
    },
  };
}

export function readSeed(text: string): Seed {
  const object = readObject('seed.json', text);
  return {
    list: textIn('seed.json', object, 'list'),
    value: textIn('seed.json', object, 'value'),
    source: textIn('seed.json', object, 'source'),
  };
}

function readObject(file: string, text: string): Readonly<Record<string, unknown>> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new UnreadableDraw(file, 0, 'this is not JSON');
  }
  if (!isObject(read)) throw new UnreadableDraw(file, 0, 'an object is wanted');
  return read;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(file: string, object: Readonly<Record<string, unknown>>, key: string): string {
  const value = object[key];
  if (typeof value !== 'string' || value === '') throw new UnreadableDraw(file, 0, `${key} is missing`);
  return value;
}
