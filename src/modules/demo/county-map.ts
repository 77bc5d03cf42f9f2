import type { CountyPlace } from './areas.ts';
import type { DemoArea, Place } from './model.ts';
import { capitalised, joined, marked, placeName, words } from './names.ts';
import type { Random } from './random.ts';

/** A township with the place it counts as and its centre. */
export interface Township {
  readonly area: DemoArea;
  readonly place: Place;
  readonly lng: number;
  readonly lat: number;
}

const kinds = [
  { place: 'urban', word: words.subdistrict, firstCode: 1, count: 3, radius: 0.02 },
  { place: 'town', word: words.town, firstCode: 100, count: 4, radius: 0.09 },
  { place: 'rural', word: words.township, firstCode: 200, count: 5, radius: 0.16 },
] as const;

/** The twelve townships of a county: subdistricts in the middle, towns around them, rural townships at the edge. */
export function layOutTownships(county: CountyPlace): Township[] {
  const townships: Township[] = [];
  for (const { place, word, firstCode, count, radius } of kinds) {
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * (i + 0.35 * firstCode)) / count;
      const name = placeName(county.index * 12 + townships.length + 500);
      townships.push({
        area: {
          code: `${county.area.code}${String(firstCode + i).padStart(3, '0')}`,
          level: 'township',
          parentCode: county.area.code,
          name: marked(joined(name, word)),
          nameEn: `${capitalised(name.key)} (fictional)`,
        },
        place,
        lng: county.lng + 0.21 + radius * Math.cos(angle),
        lat: county.lat + 0.19 + radius * 0.85 * Math.sin(angle),
      });
    }
  }
  return townships;
}

/** A point near the centre of a township, to five decimals. */
export function pointIn(township: Township, random: Random): { readonly lng: number; readonly lat: number } {
  const reach = township.place === 'urban' ? 0.012 : 0.03;
  const near = (centre: number) => Math.round((centre + random.between(-reach, reach)) * 1e5) / 1e5;
  return { lng: near(township.lng), lat: near(township.lat) };
}
