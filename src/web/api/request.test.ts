import { describe, expect, it } from 'vitest';
import { addressOf, readProblem } from './request.ts';

describe('asking the server', () => {
  it('leaves out parameters without a value', () => {
    expect(addressOf('/api/x', { year: 2026, stage: null, q: '' })).toBe('/api/x?year=2026');
    expect(addressOf('/api/x', {})).toBe('/api/x');
    expect(addressOf('/api/x', { q: '实验 小学' })).toBe('/api/x?q=%E5%AE%9E%E9%AA%8C+%E5%B0%8F%E5%AD%A6');
  });

  it('reads a problem in both languages', () => {
    const problem = readProblem(409, { code: 'year-locked', text: { zh: '已锁定', en: 'locked' } });
    expect(problem).toEqual({
      status: 409,
      code: 'year-locked',
      message: { zh: '已锁定', en: 'locked' },
      remedy: null,
    });
  });

  it('says at least the status when the body is not a problem', () => {
    expect(readProblem(502, 'oops').code).toBe('http-502');
    expect(readProblem(502, null).message.en).toBe('HTTP 502');
  });
});
