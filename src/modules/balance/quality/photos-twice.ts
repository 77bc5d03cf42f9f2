import type { Fingerprinted } from '#core/files';
import { chanceWithin, findNearPairs } from '#kernels/image-hash';
import type { EvaluationInput } from '#standards';
import type { Issue, QualityChecks } from './model.ts';

type Tables = Pick<EvaluationInput, 'units' | 'areas'>;

/** Pictures told of one finding; a form that a hundred schools photographed is one finding, not a page of them. */
const mostShown = 12;

/**
 * Photos that stand as evidence of two records and look the same, however they were saved. Told are those of which one was sent since
 * the school year began.
 *
 * @remarks Cost that of `findNearPairs`.
 */
export function photosTwiceIssues(
  tables: Tables & { readonly schoolYear: number },
  photos: readonly Fingerprinted[],
  { photos: { within, flat } }: QualityChecks,
): Issue[] {
  const telling = photos.filter(({ fingerprint }) => {
    const set = BigInt(`0x${fingerprint}`).toString(2).replaceAll('0', '').length;
    return set >= flat && set <= 64 - flat;
  });
  const since = new Date(`${tables.schoolYear}-09-01T00:00:00+08:00`);
  const rowOf = new Map(
    tables.units.id.map((id, row) => [`${tables.areas.code[tables.units.county[row] ?? -1]} ${id}`, row]),
  );
  const expected = (chanceWithin(within) * telling.length * (telling.length - 1)) / 2;
  return groupAlike(telling, within)
    .map((group) => [...Map.groupBy(group, ({ about }) => about).values()].flatMap((same) => same.slice(0, 1)))
    .filter((group) => group.length > 1 && group.some(({ at }) => at >= since))
    .map((group) => issueOf(tables, rowOf, group, { compared: telling.length, expected }));
}

/** Photos that hang together by near fingerprints, in groups of two and more. */
function groupAlike(photos: readonly Fingerprinted[], within: number): readonly (readonly Fingerprinted[])[] {
  const { left, right } = findNearPairs(
    BigUint64Array.from(photos, ({ fingerprint }) => BigInt(`0x${fingerprint}`)),
    within,
  );
  const leader = Int32Array.from(photos, (_, row) => row);
  const leaderOf = (row: number): number => {
    let at = row;
    while (leader[at] !== at) at = leader[at] = leader[leader[at] as number] as number;
    return at;
  };
  left.forEach((row, pair) => {
    const [one, other] = [leaderOf(row), leaderOf(right[pair] as number)];
    leader[Math.max(one, other)] = Math.min(one, other);
  });
  const joined = new Set([...left, ...right]);
  return [
    ...Map.groupBy(
      [...joined].sort((one, other) => one - other),
      leaderOf,
    ).values(),
  ].map((rows) => rows.flatMap((row) => photos[row] ?? []));
}

function issueOf(
  { areas, units }: Tables,
  rowOf: ReadonlyMap<string, number>,
  group: readonly Fingerprinted[],
  { compared, expected }: { readonly compared: number; readonly expected: number },
): Issue {
  const nameOf = ({ county, unit }: Fingerprinted) =>
    units.name[rowOf.get(`${county} ${unit}`) ?? -1] ?? areas.name[areas.code.indexOf(county)] ?? county;
  const names = [...new Set(group.map(nameOf))];
  const first = group.find(({ county, unit }) => rowOf.has(`${county} ${unit}`));
  const area = areas.code.indexOf(group[0]?.county ?? '');
  const shown = names.slice(0, mostShown);
  return {
    rule: 'photoTwice',
    gravity: 'check',
    unit: first === undefined ? null : (rowOf.get(`${first.county} ${first.unit}`) ?? null),
    ...(area < 0 ? {} : { area }),
    stage: null,
    measures: [],
    message: {
      zh: `同一张照片用作 ${group.length} 份材料的佐证：${shown.join('、')}`,
      en: `One photo stands as evidence of ${group.length} records: ${shown.join(', ')}`,
    },
    remedy: {
      zh: '请并排查看各张照片和拍摄时间；确属同一场所、同一时间的可说明，否则请重新取证。',
      en: 'Look at the photos side by side and at when they were taken; explain them where they honestly show one place and time, otherwise take new ones.',
    },
    evidence: group.slice(0, mostShown).map((photo) => ({
      label: { zh: `${nameOf(photo)} ${day(photo.at)}`, en: `${nameOf(photo)} ${day(photo.at)}` },
      value: photo.about,
    })),
    chance: {
      zh: `比对了 ${compared} 张照片，完全随机时预计有 ${rounded(expected)} 对这样接近；空白墙面、表格等相似画面会更多`,
      en: `${compared} photos were compared; of random ones ${rounded(expected)} pairs would be as near. Alike motives, such as walls and forms, are more often`,
    },
    files: group.slice(0, mostShown).map(({ id }) => id),
  };
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function rounded(expected: number): string {
  return expected >= 0.1 ? expected.toFixed(1) : expected.toExponential(0);
}
