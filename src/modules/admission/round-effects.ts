import type { Session } from '#core/db';
import type { Effect, EffectContext } from '#engines/cases';
import { freezeRound } from './allocation.ts';
import { admissionErrors as errors } from './errors.ts';
import type { RoundRow } from './model.ts';
import { addResults, newestResults } from './result-repository.ts';
import { findRound, moveRound, putPublication } from './round-repository.ts';
import { rulesOf } from './round-views.ts';

interface Surroundings {
  /** Compares every application with the lists at hand. */
  readonly match: (session: Session, round: RoundRow) => Promise<void>;
}

/** What the acts on a round do, each in the act's own transaction: wholly or not at all. */
export function roundEffects({ match }: Surroundings): Readonly<Record<string, Effect>> {
  const roundOf = ({ session, ref }: EffectContext) => findRound(session, ref.county, ref.id);
  const move = async (context: EffectContext, more: { readonly listHash?: string } = {}) => {
    const { session, ref, after } = context;
    await moveRound(session, ref.county, ref.id, { state: after.state, ...more });
  };
  return {
    // The row is written beside the case by the service that opens both.
    open: async () => {},
    move: async (context) => {
      // Whatever is published rests on the rules as they were frozen.
      rulesOf(await roundOf(context));
      await move(context);
    },
    close: async (context) => {
      const { session, ref, action } = context;
      const round = await roundOf(context);
      if (action.at <= round.apply_until)
        throw errors.tooEarly({ until: round.apply_until.toISOString().slice(0, 16) });
      // Waits for whoever is handing in at this moment, and lets nobody in after.
      await session.query('SELECT id FROM admission_round WHERE county_code = $1 AND id = $2 FOR UPDATE', [
        ref.county,
        ref.id,
      ]);
      await match(session, round);
      await move(context);
    },
    freeze: async (context) => {
      const { session, action } = context;
      const listHash = await freezeRound(session, await roundOf(context), { by: action.by, at: action.at });
      await move(context, { listHash });
    },
    seed: async ({ session, ref, action, after }) => {
      const { value, source, witnesses } = action.fields;
      await moveRound(session, ref.county, ref.id, {
        state: after.state,
        seed: {
          value: String(value),
          source: String(source),
          witnesses: Array.isArray(witnesses) ? witnesses.map(String) : [],
          enteredAt: action.at.toISOString(),
        },
      });
    },
    allocate: async (context) => {
      const { session, ref } = context;
      // The results come in the same transaction, just before: see the placing job.
      if ((await newestResults(session, ref)).size === 0 && (await countListed(session, context)) > 0) {
        throw errors.notAllocated();
      }
      await move(context);
    },
    correct: async ({ session, ref, action }) => {
      const { token, school } = action.fields;
      const [child] = await session.query<{ id: string }>(
        'SELECT id FROM admission_child WHERE county_code = $1 AND round_id = $2 AND token = $3 AND is_claimed',
        [ref.county, ref.id, String(token)],
      );
      const before = child === undefined ? undefined : (await newestResults(session, ref, [child.id])).get(child.id);
      if (child === undefined || before === undefined) throw errors.childNotFound();
      const to = school === '' ? null : String(school);
      const rules = rulesOf(await findRound(session, ref.county, ref.id));
      if (to !== null && !rules.schools.some(({ unit }) => unit === to)) throw errors.schoolUnknown({ unit: to });
      const edition = await putPublication(session, ref, {
        kind: 'correction',
        files: new Map([
          ['correction.csv', `applicant,before,after\n${String(token)},${before.school ?? ''},${to ?? ''}\n`],
        ]),
        reason: action.comment,
        by: action.by,
        at: action.at,
      });
      const corrected = { ...before, edition, how: 'corrected' as const, school: to, reason: action.comment };
      await addResults(session, ref, [corrected]);
    },
    end: async (context) => {
      const { session, ref, action } = context;
      // From now the years of keeping are counted.
      for (const table of ['admission_application', 'admission_child', 'admission_list_row']) {
        await session.query(
          `UPDATE ${table} SET ended_at = $3 WHERE county_code = $1 AND round_id = $2 AND ended_at IS NULL`,
          [ref.county, ref.id, action.at],
        );
      }
      await move(context);
    },
  };
}

async function countListed(session: Session, { ref }: EffectContext): Promise<number> {
  const [row] = await session.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM admission_child
     WHERE county_code = $1 AND round_id = $2 AND is_claimed AND checked IN ('sure', 'confirmed')`,
    [ref.county, ref.id],
  );
  return row?.n ?? 0;
}
