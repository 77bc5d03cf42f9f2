import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { drawingToPng } from './drawing-to-png.ts';
import { loadFont } from './fonts.ts';
import { addGlyph, Raster } from './raster.ts';

test('a rectangle covers its cells by their share', () => {
  const raster = new Raster(6, 4);
  const corners = [
    [1.5, 1],
    [4, 1],
    [4, 2.5],
    [1.5, 2.5],
  ] as const;
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4] ?? [x, y];
    raster.edge(x, y, nextX, nextY);
  });
  const shares = new Float64Array(24);
  raster.drain((cell, share) => {
    shares[cell] = share;
  });
  expect(Array.from(shares.slice(6, 12))).toEqual([0, 0.5, 1, 1, 0, 0]);
  expect(Array.from(shares.slice(12, 18))).toEqual([0, 0.25, 0.5, 0.5, 0, 0]);
});

test('the ink of a glyph is the area of its outline', () => {
  const { font } = loadFont('regular');
  const raster = new Raster(200, 200);
  addGlyph(raster, font.glyphForCodePoint('口'.codePointAt(0) ?? 0), 0, 170, 200 / font.unitsPerEm);
  let ink = 0;
  raster.drain((_, share) => {
    ink += share;
  });
  expect(ink / 200 ** 2).toBeGreaterThan(0.05);
  expect(ink / 200 ** 2).toBeLessThan(0.4);
});

test('a chart becomes a PNG of its own size with dark and light pixels', () => {
  const chart = barChart([{ label: '小学', value: 0.6, shown: '0.600', limit: 0.5, isOutside: true }], '图例', '说明');
  const png = drawingToPng(chart, 2);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    Math.ceil(chart.widthPt * 2),
    Math.ceil(chart.heightPt * 2),
  ]);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  expect(rows.length).toBe(png.readUInt32BE(20) * (png.readUInt32BE(16) * 3 + 1));
  expect(rows.includes(255)).toBe(true);
  expect(rows.filter((value) => value === 0x22).length).toBeGreaterThan(1000);
});
