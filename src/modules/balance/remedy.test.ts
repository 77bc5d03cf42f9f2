import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ColumnKey,
  type CompiledStandard,
  type EvaluationInput,
  evaluateStandard,
  findStandard,
  loadDictionary,
  loadStandards,
} from '#standards';
import { answerRemedy } from './answer-remedy.ts';
import { readUnitCosts } from './read-unit-costs.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const table = readUnitCosts(read('policies/costs.yaml'));

function standard(): CompiledStandard {
  const path = 'policies/areas/000000/CN-CQB-2017/standard.yaml';
  const { dictionary } = loadDictionary({ path: 'policies/measures.yaml', text: read('policies/measures.yaml') });
  const library = loadStandards([{ path, text: read(path) }], dictionary);
  const found = findStandard(library, 'CN-CQB-2017', 2026);
  if (!found?.compiled) throw new Error('the standard does not load');
  return found.compiled;
}

/** A county of primary, junior and nine-year schools, every third of them poor. */
function county(schools: number, poor: number): EvaluationInput {
  const columns = new Map<ColumnKey, Float64Array>();
  const set = (key: ColumnKey, i: number, value: number) => {
    const column = columns.get(key) ?? new Float64Array(schools).fill(Number.NaN);
    column[i] = value;
    columns.set(key, column);
  };
  const category: string[] = [];
  const kinds = ['primary', 'junior', 'nine-year'] as const;
  for (let i = 0; i < schools; i++) {
    const kind = kinds[i % 3] ?? 'primary';
    category.push(kind);
    const level = i % 4 === 0 ? poor : 1.3 + 0.1 * (i % 5);
    const [primary, junior] = [kind === 'junior' ? 0 : 180 + 37 * i, kind === 'primary' ? 0 : 150 + 29 * i];
    for (const [stage, students, lines] of [
      ['primary', primary, [4.2, 1, 0.9]],
      ['junior', junior, [5.3, 1, 0.9]],
    ] as const) {
      if (students === 0) continue;
      set(`students@${stage}`, i, students);
      set(`aboveRequiredDegreeTeachers@${stage}`, i, Math.round((lines[0] * students * level) / 100));
      set(`backboneTeachers@${stage}`, i, Math.round((lines[1] * students * level) / 100));
      set(`peArtsTeachers@${stage}`, i, Math.round((lines[2] * students * level) / 100));
    }
    const weighted = primary + 1.2 * junior;
    set('teachingAuxiliaryAreaM2@all', i, Math.round(5 * weighted * level));
    set('indoorSportsAreaM2@all', i, 0);
    set('sportsFieldAreaM2@all', i, Math.round(8 * weighted * level));
    set('equipmentValueYuan@all', i, Math.round(2100 * weighted * level));
    set('multimediaRooms@all', i, Math.round(0.023 * weighted * level));
  }
  return {
    schoolYear: 2026,
    units: {
      size: schools,
      id: Array.from({ length: schools }, (_, i) => `99010100${String(i).padStart(2, '0')}`),
      name: Array.from({ length: schools }, (_, i) => `虚构学校${i}`),
      county: new Int32Array(schools),
      attributes: { category, kind: category.map(() => 'school') },
      columns,
    },
    areas: {
      size: 1,
      code: ['990101'],
      name: ['虚构县'],
      level: ['county'],
      parent: Int32Array.from([-1]),
      columns: new Map(),
    },
    attested: [],
  };
}

const compiled = standard();
const evaluated = (input: EvaluationInput) => ({ compiled, input, evaluation: evaluateStandard(compiled, input) });
const order = { costs: [], mayMove: false, timeLimitS: 10 };

describe('answerRemedy', () => {
  it('finds a plan whose own evaluation passes, mixed schools included', async () => {
    const before = evaluated(county(24, 0.4));
    expect(before.evaluation.schools.some(({ verdict }) => verdict === 'notMet')).toBe(true);
    const answer = await answerRemedy(before, 0, table, order);
    expect(answer.outcome).toBe('planned');
    expect(answer.costFen).toBeGreaterThan(0);
    expect(answer.lowerBoundFen).toBeLessThanOrEqual(answer.costFen);
    expect(answer.gapShare).toBeLessThan(0.01);
    expect(answer.ruleCostFen).toBeLessThanOrEqual(answer.costFen);
    expect(answer.coefficients).toHaveLength(14);
    for (const { after, limit } of answer.coefficients) expect(after).toBeLessThanOrEqual(limit ?? 0);
    expect(answer.steps.some(({ stage }) => stage === 'all')).toBe(true);
    for (const { whole, amount } of answer.steps)
      expect(Number.isInteger(whole ? amount : Math.round(amount * 100 * 1e6) / 1e6)).toBe(true);
    const bySchool = answer.bySchool.reduce((sum, { costFen }) => sum + costFen, 0);
    const byIndicator = answer.byIndicator.reduce((sum, { costFen }) => sum + costFen, 0);
    expect([bySchool, byIndicator]).toEqual([answer.costFen, answer.costFen]);
  });

  it('costs no more when teachers and equipment may move', async () => {
    const before = evaluated(county(24, 0.4));
    const buying = await answerRemedy(before, 0, table, order);
    const moving = await answerRemedy(before, 0, table, { ...order, mayMove: true });
    expect(moving.costFen).toBeLessThan(buying.costFen);
    const moved = moving.steps.filter(({ kind }) => kind !== 'buy');
    for (const indicator of ['R1', 'R2', 'R3', 'R6']) {
      const sum = moved.reduce((total, step) => total + (step.indicator === indicator ? step.amount : 0), 0);
      expect(sum).toBeCloseTo(0, 6);
    }
    expect(moved.length).toBeGreaterThan(0);
  });

  it('says so where nothing is needed, and where a school has not reported', async () => {
    const rich = await answerRemedy(evaluated(county(9, 1.4)), 0, table, order);
    expect([rich.outcome, rich.costFen, rich.steps]).toEqual(['nothingToDo', 0, []]);
    const input = county(9, 0.4);
    (input.units.columns.get('backboneTeachers@primary') as Float64Array)[0] = Number.NaN;
    const unknown = await answerRemedy(evaluated(input), 0, table, order);
    expect(unknown.outcome).toBe('unknown');
    expect(unknown.notes[0]?.zh).toContain('虚构学校0');
  });

  it('takes the caller’s prices, and refuses a standard without any', async () => {
    const answer = await answerRemedy(evaluated(county(9, 0.4)), 0, table, {
      ...order,
      costs: [{ indicator: 'R4', stage: null, costFen: 1 }],
    });
    expect(answer.costs.find(({ indicator }) => indicator === 'R4')?.costFen).toBe(1);
    await expect(answerRemedy(evaluated(county(3, 1)), 0, { ...table, costs: [] }, order)).rejects.toMatchObject({
      code: 'balance.noUnitCosts',
    });
  });

  it('stops at once when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('no longer wanted'));
    await expect(answerRemedy(evaluated(county(9, 0.4)), 0, table, { ...order, signal })).rejects.toThrow(
      'no longer wanted',
    );
    const during = new AbortController();
    const answer = answerRemedy(evaluated(county(60, 0.4)), 0, table, {
      ...order,
      signal: during.signal,
      onProgress: () => during.abort(new Error('enough')),
    });
    await expect(answer).rejects.toThrow('enough');
  });
});
