import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { Effect, EffectContext } from '#engines/cases';
import { checkDays, checkFields } from './check-request.ts';
import { requestFields } from './contract.ts';
import { formsErrors } from './errors.ts';
import type { KnownFields } from './known-fields.ts';
import { findForm, moveForm, putForm } from './repository.ts';

interface Surroundings {
  readonly hasOffice: (office: string) => boolean;
  /** What is known in an area, without the form itself. */
  knownIn(session: Session, area: string, except: string): Promise<KnownFields>;
}

/** What the acts on a request do to the register, in the act's own transaction. */
export function requestEffects({ hasOffice, knownIn }: Surroundings): Readonly<Record<string, Effect>> {
  const move = (
    context: EffectContext,
    more: { readonly fromOn?: string; readonly untilOn?: string; readonly endedOn?: string } = {},
  ) => moveForm(context.session, context.after.area, context.ref.id, { state: context.after.state, ...more });
  return {
    move: (context) => move(context),
    ask: async ({ session, ref, action, after }) => {
      // What is not said again stays as it was.
      const asked = requestFields.parse(after.fields);
      if (!hasOffice(asked.office)) throw formsErrors.officeUnknown({ office: asked.office });
      checkDays(asked, action.at);
      checkFields(asked.fields, await knownIn(session, after.area, ref.id));
      await putForm(session, {
        area_code: after.area,
        id: ref.id,
        title: after.title,
        office: asked.office,
        basis: asked.basis,
        why: asked.why,
        frequency: asked.frequency,
        stages: asked.stages,
        minutes: asked.minutes,
        from_on: asked.fromOn,
        until_on: asked.untilOn,
        fields: asked.fields,
        requested_by: action.by,
        requested_at: action.at,
      });
    },
    approve: async (context) => {
      const { session, ref, after } = context;
      const row = await findForm(session, after.area, ref.id);
      if (row === undefined) throw formsErrors.formNotFound({ form: ref.id });
      checkDays({ fromOn: row.from_on, untilOn: row.until_on }, context.action.at);
      // Another form may have come into force since it was requested.
      checkFields(row.fields, await knownIn(session, after.area, ref.id));
      // Nothing was asked under a form before it was approved.
      const today = chinaDate(context.action.at);
      await move(context, row.from_on < today ? { fromOn: today } : {});
    },
    extend: async (context) => {
      const { untilOn } = requestFields.pick({ untilOn: true }).parse(context.action.fields);
      checkDays({ fromOn: chinaDate(context.action.at), untilOn }, context.action.at);
      await move(context, { untilOn });
    },
    end: (context) => move(context, { endedOn: chinaDate(context.action.at) }),
  };
}
