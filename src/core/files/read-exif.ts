/** What a camera wrote into a photo, of which people are told before it is taken out. */
export interface PhotoFacts {
  /** Local time as the camera's clock said, `YYYY-MM-DDTHH:mm:ss`, with the offset where it is known. */
  readonly takenAt: string | null;
  /** WGS84. */
  readonly place: { readonly lng: number; readonly lat: number } | null;
}

const none: PhotoFacts = { takenAt: null, place: null };
const tags = { exif: 0x8769, gps: 0x8825, takenAt: 0x9003, offset: 0x9011 } as const;
const gpsTags = { latRef: 1, lat: 2, lngRef: 3, lng: 4 } as const;

/** Reads time and place from the Exif part of a JPEG; whatever is missing or broken is null. */
export function readExif(bytes: Uint8Array): PhotoFacts {
  try {
    const tiff = tiffOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return tiff === undefined ? none : factsOf(tiff);
  } catch (error) {
    if (error instanceof RangeError) return none;
    throw error;
  }
}

function tiffOf(view: DataView): DataView | undefined {
  if (view.getUint16(0) !== 0xff_d8) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; ) {
    const length = view.getUint16(at + 2);
    // APP1 that begins with "Exif" and two zeros.
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45_78_69_66) {
      return new DataView(view.buffer, view.byteOffset + at + 10, length - 8);
    }
    at += 2 + length;
  }
  return undefined;
}

type Entries = ReadonlyMap<number, { readonly at: number; readonly count: number }>;

function factsOf(view: DataView): PhotoFacts {
  const isLittle = view.getUint16(0) === 0x49_49;
  const entriesAt = (at: number): Entries => {
    const entries = new Map<number, { at: number; count: number }>();
    for (let n = 0; n < view.getUint16(at, isLittle); n += 1) {
      const entry = at + 2 + n * 12;
      entries.set(view.getUint16(entry, isLittle), { at: entry + 8, count: view.getUint32(entry + 4, isLittle) });
    }
    return entries;
  };
  const first = entriesAt(view.getUint32(4, isLittle));
  const below = (tag: number): Entries => {
    const entry = first.get(tag);
    return entry === undefined ? new Map() : entriesAt(view.getUint32(entry.at, isLittle));
  };
  const textOf = (entries: Entries, tag: number): string => {
    const entry = entries.get(tag);
    if (entry === undefined) return '';
    const at = entry.count > 4 ? view.getUint32(entry.at, isLittle) : entry.at;
    const characters = Array.from({ length: Math.min(entry.count, 64) }, (_, n) => view.getUint8(at + n));
    return String.fromCharCode(...characters).replace(/\0.*$/s, '');
  };
  const degreesOf = (entries: Entries, tag: number): number => {
    const entry = entries.get(tag);
    if (entry?.count !== 3) return Number.NaN;
    const at = view.getUint32(entry.at, isLittle);
    const part = (n: number) => view.getUint32(at + n * 8, isLittle) / view.getUint32(at + n * 8 + 4, isLittle);
    return part(0) + part(1) / 60 + part(2) / 3600;
  };
  const exif = below(tags.exif);
  const gps = below(tags.gps);
  const lat = degreesOf(gps, gpsTags.lat) * (textOf(gps, gpsTags.latRef) === 'S' ? -1 : 1);
  const lng = degreesOf(gps, gpsTags.lng) * (textOf(gps, gpsTags.lngRef) === 'W' ? -1 : 1);
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && !(lat === 0 && lng === 0);
  return {
    takenAt: timeOf(textOf(exif, tags.takenAt), textOf(exif, tags.offset)),
    place: isPlace ? { lng, lat } : null,
  };
}

function timeOf(text: string, offset: string): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  if (parts === null || Number.isNaN(Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}Z`))) return null;
  return `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${/^[+-]\d\d:\d\d$/.test(offset) ? offset : ''}`;
}
