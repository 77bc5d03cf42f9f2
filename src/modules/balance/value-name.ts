import type { Words } from '#standards';

const names: Readonly<Record<string, Words>> = {
  urban: { zh: '城区', en: 'urban' },
  town: { zh: '镇区', en: 'town' },
  rural: { zh: '乡村', en: 'rural' },
  public: { zh: '公办', en: 'public' },
  'inclusive-private': { zh: '普惠性民办', en: 'inclusive private' },
  private: { zh: '民办', en: 'private' },
};

/** Names of townships by code. */
export type PlaceNames = ReadonlyMap<string, string>;

/** The words for a value of a school's attribute; one without words of its own (a school group) stands for itself. */
export function valueName(value: string, places: PlaceNames): Words {
  if (value === '') return { zh: '未填', en: 'not reported' };
  const place = places.get(value) ?? value;
  return names[value] ?? { zh: place, en: place };
}
