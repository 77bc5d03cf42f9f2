import { z } from 'zod';
import type { Gate, Principal } from '#core/access';
import { type CaseKind, defineCaseKind, type Effect } from '#engines/cases';
import { county } from './schools.ts';

/** A case that is counted up, each step with an effect of its own, so that half an act shows. */
export const repairKind: CaseKind = defineCaseKind({
  kind: 'killTest.repair',
  version: 1,
  title: { zh: '中断试验', en: 'Kill test' },
  read: 'killTest.act',
  initial: 'asked',
  open: { permission: 'killTest.act', fields: z.object({ step: z.int() }), effect: 'count' },
  states: {
    asked: { title: { zh: '待办', en: 'Asked' }, asks: ['grant'], within: 5 },
    granted: { title: { zh: '已批', en: 'Granted' }, asks: ['return', 'close'] },
    closed: { title: { zh: '办结', en: 'Closed' }, final: true },
  },
  actions: {
    grant: step('asked', 'granted'),
    return: step('granted', 'asked'),
    close: step('granted', 'closed'),
  },
});

function step(from: string, to: string) {
  return {
    title: { zh: to, en: to },
    from: [from],
    to,
    permission: 'killTest.act',
    fields: z.object({ step: z.int() }),
    effect: 'count',
  };
}

/** Two rows an act, in another table: both are there or neither. */
export const count: Effect = async ({ session, ref, action }) => {
  for (const part of ['a', 'b']) {
    await session.query(
      'INSERT INTO finding_answer (county_code, school_year, finding, state, reason, by_person, at) VALUES ($1, 1, $2, $3, $4, $5, $6)',
      [ref.county, `${ref.id} ${action.seq} ${part}`, 'explained', 'kill test', 'victim', action.at],
    );
  }
};

export const victim: Principal = {
  id: 'victim',
  name: 'victim',
  kind: 'operator',
  grants: [{ role: 'operator', area: county }],
};

/** Everything is allowed: what is tried here is whether it is done whole. */
export const openGate: Pick<Gate, 'decide' | 'require' | 'scope'> = {
  decide: () => ({ allowed: true }),
  require: () => {},
  scope: () => ({ everything: true, parts: [] }),
};
