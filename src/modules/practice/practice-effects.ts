import type { Effect, EffectContext } from '#engines/cases';
import { exampleFields, pilotFields } from './contract.ts';
import { practiceErrors } from './errors.ts';
import { moveExample, movePilot, putExample, putPilot } from './repository.ts';

type HasClause = (clause: string) => boolean;

/** What the acts on a pilot do, in the act's own transaction. What is not said again stays as it was. */
export function pilotEffects(hasClause: HasClause): Readonly<Record<string, Effect>> {
  const move = ({ session, ref, after }: EffectContext, verdict?: string) =>
    movePilot(session, after.area, ref.id, { state: after.state, verdict });
  return {
    apply: async ({ session, ref, action, after }) => {
      const { clause, goal, fromOn, midtermOn, untilOn } = pilotFields.parse(after.fields);
      refuseUnknown(hasClause, clause);
      if (!(fromOn < midtermOn && midtermOn < untilOn)) {
        throw practiceErrors.daysWrong({ from: fromOn, midterm: midtermOn, until: untilOn });
      }
      await putPilot(session, {
        ...placeOf(after, ref.id),
        clause,
        goal,
        from_on: fromOn,
        midterm_on: midtermOn,
        until_on: untilOn,
        verdict: null,
        applied_at: action.at,
      });
    },
    move: (context) => move(context),
    conclude: (context) => move(context, String(context.action.fields['verdict'])),
  };
}

/** What the acts on an example do: only `publish` makes it public, and every other act takes it away from there. */
export function exampleEffects(hasClause: HasClause): Readonly<Record<string, Effect>> {
  const move = ({ session, ref, after }: EffectContext, publishedAt: Date | null) =>
    moveExample(session, after.area, ref.id, { state: after.state, publishedAt });
  return {
    propose: async ({ session, ref, action, after }) => {
      const { measuredBy, ...said } = exampleFields.parse(after.fields);
      refuseUnknown(hasClause, said.clause);
      await putExample(session, {
        ...placeOf(after, ref.id),
        ...said,
        measured_by: measuredBy,
        proposed_at: action.at,
      });
    },
    publish: (context) => move(context, context.action.at),
    move: (context) => move(context, null),
    withdraw: (context) => move(context, null),
  };
}

function refuseUnknown(hasClause: HasClause, clause: string): void {
  if (!hasClause(clause)) throw practiceErrors.clauseUnknown({ clause });
}

function placeOf(
  { area, unit, title, state }: Pick<EffectContext['after'], 'area' | 'unit' | 'title' | 'state'>,
  id: string,
) {
  return { area_code: area, id, unit_id: unit ?? '', title, state };
}
