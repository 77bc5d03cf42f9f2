import type { NumberSet, ZoneFinding } from './model.ts';
import { everyNumber, parseNumbers, plainText } from './number-set.ts';

/** A place named in a text with its numbers. */
export interface NamedPlace {
  readonly district: string | null;
  readonly place: string | null;
  readonly counts: 'neighbourhood' | 'door';
  readonly numbers: NumberSet;
  readonly condition: string | null;
  readonly text: string;
}

/** Places that share the schools named after them; without schools: those of the row. */
export interface PlaceGroup {
  readonly places: readonly NamedPlace[];
  readonly schools: readonly string[];
}

const village = /[里村]$|社[區区]$|委[會会]?$/;
const street = /[路街巷道弄]$|大道$|[路街][一二三四五六七八九十]+段$/;

/**
 * Reads a catchment text: villages with neighbourhood ranges, streets with door numbers, exclusions, odd and even, other districts,
 * and groups with the schools open to choice in brackets.
 *
 * @returns the groups, and each piece that could not be read, in its own words
 */
export function parseZoneText(raw: string): {
  readonly groups: readonly PlaceGroup[];
  readonly unread: readonly string[];
} {
  const text = withoutMarkers(plainText(raw));
  const groups: PlaceGroup[] = [];
  const unread: string[] = [];
  let at = 0;
  const brackets = /【([^】]*)】|\(([^()]*(?:自由學區|自由学区|共同學區|共同学区)[^()]*)\)/g;
  for (const match of text.matchAll(brackets)) {
    add(text.slice(at, match.index), schoolList(match[1] ?? match[2] ?? ''));
    at = match.index + match[0].length;
  }
  add(text.slice(at), []);
  return { groups, unread };

  function add(part: string, schools: readonly string[]): void {
    const places: NamedPlace[] = [];
    for (const item of part.split('◆')) {
      let district: string | null = null;
      for (const piece of piecesOf(item)) {
        const place = readPiece(piece);
        if (place === null) unread.push(piece);
        else {
          // within an item a district counts for all villages after it
          district = place.district ?? district;
          places.push({ ...place, district });
        }
      }
    }
    if (places.length > 0) groups.push({ places, schools });
  }
}

/** `一、` and the like, which begin an item, as `◆`. */
function withoutMarkers(text: string): string {
  return text.replace(/(^|[】)里鄰。])[一二三四五六七八九十]{1,2}、/g, '$1◆');
}

/** Pieces between separators outside brackets; what begins with a number belongs to the piece before. */
function piecesOf(part: string): string[] {
  const list = part.replace(/等里/g, '里等').replace(/等(?=$|、)/g, '');
  const isBareNames = /等里/.test(part);
  const pieces: string[] = [];
  let depth = 0;
  let current = '';
  const end = () => {
    if (current === '') return;
    const last = pieces.length - 1;
    if (/^\d/.test(current) && last >= 0) pieces[last] += `、${current}`;
    else pieces.push(current);
    current = '';
  };
  for (const sign of list) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth <= 0 && /[、,;/。]/.test(sign)) end();
    else current += sign;
  }
  end();
  return pieces.map((piece) => (isBareNames ? asVillage(piece) : piece)).filter((piece) => piece !== '');
}

/** In `東林、西林(1-14鄰)等里` every name is a village. */
function asVillage(piece: string): string {
  const clean = piece.replace(/等$/, '').replace(/里$/, '');
  const open = clean.indexOf('(');
  if (open === -1) return clean === '' || /\d/.test(clean) ? piece : `${clean}里`;
  const name = clean.slice(0, open);
  return village.test(name) ? clean : `${name}里${clean.slice(open)}`;
}

function readPiece(piece: string): NamedPlace | null {
  const scoped = piece.replace(/^.*部分:/, '').replace(/^[^·]*街·/, '');
  const match = /^([^\d()]+?)第?((?:\d.*)?(?:\(.*\))?)$/.exec(scoped);
  if (match === null) return null;
  const name = match[1] ?? '';
  const rest = match[2] ?? '';
  if (/^全[區区]([轄辖][區区])?$/.test(name)) return { ...whole(piece), place: null };
  const [, district = null, short = name] = /^([^區区]{1,3}[區区])(.+)$/.exec(name) ?? [];
  // what has neighbourhoods is a village, also where the text leaves the word out
  const place = /[鄰邻]/.test(rest) && !village.test(short) ? `${short}里` : short;
  const isDoor = /[號号]/.test(rest) || (street.test(place) && !village.test(place));
  if (!village.test(place) && !street.test(place)) return null;
  const counts = isDoor && street.test(place) ? 'door' : 'neighbourhood';
  const numbers = parseNumbers(rest.replace(/[()]/g, ''));
  if (numbers !== null) return { district, place, counts, numbers, condition: null, text: piece };
  // a village with a condition in words: the place is known, whom it concerns is for a person to read
  return { district, place, counts, numbers: everyNumber, condition: rest, text: piece };
}

function whole(text: string): NamedPlace {
  return { district: null, place: null, counts: 'neighbourhood', numbers: everyNumber, condition: null, text };
}

/** `板橋、大觀、後埔國小自由學區`: names without their ending take the last one's. */
function schoolList(text: string): string[] {
  const names = text
    .replace(/(自由|共同)[學学][區区]/g, '')
    .split(/[、,或]/)
    .filter((name) => name !== '');
  const ending = /(國小|国小|小學|小学|國中|国中|中學|中学)$/.exec(names.at(-1) ?? '')?.[1] ?? '';
  return names.map((name) => (/(國小|国小|小學|小学|國中|国中|中學|中学|部|中小)$/.test(name) ? name : name + ending));
}

/** What could not be read, as findings with place and remedy. */
export function unreadFinding(row: number, text: string): ZoneFinding {
  return {
    kind: 'unreadable',
    row,
    text,
    zh: `第 ${row} 行：“${text}”无法读成规则。请改写为“某里（1－5鄰）”或“某路1-9号（单号）”的形式。`,
    en: `Row ${row}: “${text}” cannot be read as a rule. Write it as a village with ranges or a street with door numbers.`,
  };
}
