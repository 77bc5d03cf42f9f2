import type { Residence } from './model.ts';
import { plainText } from './number-set.ts';
import { type ParsedAddress, parseAddress } from './parse-address.ts';

/** A known door and the villages and neighbourhoods it may belong to, `;` between several. */
export interface KnownDoor {
  readonly road: string;
  readonly lane: string;
  readonly alley: string;
  readonly number: string;
  readonly village: string;
  readonly neighbourhood: string;
}

/** Which village and neighbourhood a door belongs to, from a list of known doors. */
export class AddressBook {
  private readonly doors = new Map<string, Residence[]>();
  private readonly written = new Map<string, Residence[]>();

  constructor(doors: Iterable<KnownDoor>) {
    for (const door of doors) {
      const key = keyOf(door.road, door.lane, door.alley, door.number);
      this.doors.set(key, [...(this.doors.get(key) ?? []), ...residencesOf(door)]);
      const { road, lane, alley, number } = door;
      const text = asWritten(`${road}${lane === '' ? '' : `${lane}巷`}${alley === '' ? '' : `${alley}弄`}${number}`);
      this.written.set(text, [...(this.written.get(text) ?? []), ...residencesOf(door)]);
    }
  }

  get size(): number {
    return this.doors.size;
  }

  /** Every place of a door whose address ends as the text does after its district, letter by letter. */
  findWritten(text: string): readonly Residence[] {
    const { district } = parseAddress(text);
    const plain = plainText(text);
    const from = district === undefined ? 0 : plain.indexOf(district) + district.length;
    return (this.written.get(asWritten(plain.slice(from))) ?? []).map((one) => ({ ...one, district }));
  }

  /** Every place that the address may be; none where the book does not know it. */
  find(address: ParsedAddress): readonly Residence[] {
    const { street = '', lane = '', alley = '', doorText = '' } = address;
    // a lane without a road is a road of its own
    const known =
      this.doors.get(keyOf(street, lane, alley, doorText)) ??
      (street === '' ? this.doors.get(keyOf(`${lane}巷`, '', alley, doorText)) : undefined) ??
      [];
    const fitting = known.filter(({ village }) => address.village === undefined || address.village === village);
    return fitting.map((one) => ({ ...one, district: address.district, street: address.street, door: address.door }));
  }
}

/** The places of an address: what it says itself, else what the book knows. */
export function residencesFor(text: string, book: AddressBook | null): readonly Residence[] {
  const address = parseAddress(text);
  if (address.village !== undefined && address.neighbourhood !== undefined) return [address];
  const known = book?.find(address) ?? [];
  if (known.length > 0) return known;
  const written = book?.findWritten(text) ?? [];
  return written.length > 0 ? written : [address];
}

/** A door listed for several villages or neighbourhoods is several places. */
export function residencesOf({ village, neighbourhood }: Pick<KnownDoor, 'village' | 'neighbourhood'>): Residence[] {
  const villages = village.split(';');
  const numbers = neighbourhood.split(';');
  return villages.map((name, k) => {
    const number = numbers[k] ?? numbers[0] ?? '';
    return { village: name, neighbourhood: /^\d+$/.test(number) ? Number(number) : undefined };
  });
}

function keyOf(road: string, lane: string, alley: string, number: string): string {
  const plain = (text: string) => plainText(text).replace(/之/g, '-').replace(/臺/g, '台');
  return [
    plain(road),
    plain(lane).replace(/巷$/, ''),
    plain(alley).replace(/弄$/, ''),
    plain(number).replace(/號|号/g, ''),
  ].join('|');
}

function asWritten(text: string): string {
  return plainText(text).replace(/[號号]$/, '');
}
