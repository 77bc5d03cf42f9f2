import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('a line is JSON, below the level nothing is written, private values are gone', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', now: () => new Date(0), write: (line) => lines.push(line) });
  log.debug('no');
  log.info('imported G110105194912310021 from 13800138000', {
    rows: 3,
    name: '张三',
    inner: [{ idNumber: '1', note: 'postgres://root:secret@host/db' }],
    error: new Error('bad 11010519491231002X'),
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'info', rows: 3 });
  expect(lines[0]).not.toMatch(/张三|secret|19491231|13800138000/);
});
