import type { AreaTable } from './input.ts';

/** The row of the ancestor of each area (or the area itself) that stands at a level; -1 where there is none. */
export const ancestorsAt = (areas: AreaTable, level: AreaTable['level'][number]): Int32Array => {
  const ancestors = new Int32Array(areas.size).fill(-1);
  for (let area = 0; area < areas.size; area++) {
    for (const row of lineage(areas, area)) {
      if (areas.level[row] !== level) continue;
      ancestors[area] = row;
      break;
    }
  }
  return ancestors;
};

/** The rows from an area up to its highest ancestor. A table whose parents form a circle ends after as many steps as it has rows. */
export const lineage = (areas: AreaTable, area: number): readonly number[] => {
  const rows: number[] = [];
  let row = area;
  while (row >= 0 && row < areas.size && rows.length < areas.size) {
    rows.push(row);
    row = areas.parent[row] ?? -1;
  }
  return rows;
};
