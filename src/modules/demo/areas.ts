import type { DemoArea, DemoSize } from './model.ts';
import { capitalised, joined, marked, placeName, words } from './names.ts';
import { openRandom } from './random.ts';

/** Two-digit prefixes that GB/T 2260 has never given to a province, so that no invented code can meet a real one. */
const provincePrefixes =
  '90 91 92 93 94 95 96 97 98 99 83 84 85 86 87 88 89 72 73 74 75 76 77 78 79 80 24 25 26 27 28'.split(' ');

const citiesOfNation = 321;
const countiesOfCity: Readonly<Record<DemoSize, number>> = { county: 1, city: 8, province: 9, nation: 9 };
const extraCountyEvery = 4;

/** A county to be filled: its area and where it lies. */
export interface CountyPlace {
  readonly area: DemoArea;
  /** Number of the county in the whole, from 0; the first one is the demo county. */
  readonly index: number;
  /** Number of the county in its province, from 0. */
  readonly indexInProvince: number;
  readonly lng: number;
  readonly lat: number;
}

/** Either a province or city to be written down, or a county to be filled; parents come before children. */
export type Place = { readonly area: DemoArea } | CountyPlace;

/** The areas of a demo in order, streamed. */
export function* listPlaces(size: DemoSize, seed: number): Generator<Place> {
  const provinces = size === 'nation' ? provincePrefixes.length : 1;
  const random = openRandom(seed, 1);
  let index = 0;
  let cityNumber = 0;
  for (let p = 0; p < provinces; p++) {
    const province = provinceArea(p);
    yield { area: province };
    const cities = citiesOf(size, p);
    let indexInProvince = 0;
    for (let c = 0; c < cities; c++, cityNumber++) {
      const city = cityArea(province, c, cityNumber);
      yield { area: city };
      const counties = countiesOfCity[size] + (size === 'province' || size === 'nation' ? extra(cityNumber) : 0);
      for (let k = 0; k < counties; k++, index++, indexInProvince++) {
        const row = Math.floor(indexInProvince / 10);
        yield {
          area: countyArea(city, k, index),
          index,
          indexInProvince,
          lng: 152 + 4.4 * (p % 6) + 0.42 * (indexInProvince % 10) + random.between(0, 0.02),
          lat: 20 + 5 * Math.floor(p / 6) + 0.38 * row + random.between(0, 0.02),
        };
      }
    }
  }
}

function citiesOf(size: DemoSize, province: number): number {
  if (size === 'county' || size === 'city') return 1;
  const cities = Math.floor(citiesOfNation / provincePrefixes.length);
  return size === 'province' ? cities : cities + (province < citiesOfNation % provincePrefixes.length ? 1 : 0);
}

function extra(cityNumber: number): number {
  return cityNumber % extraCountyEvery === 0 ? -1 : 0;
}

function provinceArea(p: number): DemoArea {
  const name = placeName(p * 7 + 3);
  return {
    code: `${provincePrefixes[p]}0000`,
    level: 'province',
    parentCode: '000000',
    name: marked(joined(name, words.province)),
    nameEn: `${capitalised(name.key)} Province (fictional)`,
  };
}

function cityArea(province: DemoArea, c: number, number: number): DemoArea {
  const name = placeName(number * 3 + 101);
  return {
    code: `${province.code.slice(0, 2)}${two(c + 1)}00`,
    level: 'city',
    parentCode: province.code,
    name: marked(joined(name, words.city)),
    nameEn: `${capitalised(name.key)} City (fictional)`,
  };
}

function countyArea(city: DemoArea, k: number, index: number): DemoArea {
  const name = placeName(index);
  const district = k % 3 === 1;
  return {
    code: `${city.code.slice(0, 4)}${two(district ? k + 1 : k + 21)}`,
    level: 'county',
    parentCode: city.code,
    name: marked(joined(name, district ? words.district : words.county)),
    nameEn: `${capitalised(name.key)} ${district ? 'District' : 'County'} (fictional)`,
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The code of the demo county, the first of every size. */
export const demoCountyCode = firstCounty();

function firstCounty(): string {
  for (const place of listPlaces('county', 0)) if ('index' in place) return place.area.code;
  throw new Error('a demo without a county');
}
