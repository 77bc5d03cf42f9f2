import { expect, test } from 'vitest';
import type { AreaChange } from './contract.ts';
import { withFormerCodes } from './exchange-registry.ts';

const change = (from: string, to: string, kind: AreaChange['kind']): AreaChange => ({
  from,
  to,
  changedOn: '2019-01-09',
  kind,
  note: '',
});
const area = (code: string) => ({ code, name: code, level: 'county' as const, parentCode: null });
const areas = ['370116', '330110', '330113'].map(area);
const changes = [
  change('371202', '370116', 'recoded'),
  change('330110', '330113', 'split'),
  change('9', '330110', 'merged'),
];

test('an area keeps the codes that lead to it alone', () => {
  const known = withFormerCodes(areas, changes, '2026-01-01');
  expect(known.map(({ formerCodes }) => formerCodes)).toEqual([['371202'], ['9'], undefined]);
});

test('before the change the code led nowhere else', () => {
  expect(withFormerCodes(areas, changes, '2018-01-01')).toEqual(areas);
});
