import type { Principal } from '#core/access';
import type { Given } from './check-given.ts';
import { commonTitles, type KindDeclaration } from './declaration.ts';
import { casesErrors } from './errors.ts';
import type { DerivedCase } from './model.ts';
import { placeOf, type Tools } from './parts.ts';

interface Asked {
  readonly kind: KindDeclaration;
  readonly before: DerivedCase;
  readonly action: string;
  readonly by: Principal;
  readonly given: Given;
}

/** Checks a comment, or the taking, giving and giving back of a case. @returns what is to be kept of what was given */
export function judgeCommon(tools: Tools, asked: Asked): Given {
  const { kind, before, action, given } = asked;
  const state = kind.states[before.state];
  if (state === undefined || state.final) {
    throw casesErrors.final({ state: state?.title ?? { zh: before.state, en: before.state } });
  }
  switch (action) {
    case 'comment': {
      const comment = given.comment.trim();
      if (comment === '' && given.files.length === 0) throw casesErrors.reasonMissing({ action: commonTitles.comment });
      return { fields: {}, files: given.files, comment };
    }
    case 'claim':
      refuseClaim(tools, asked);
      break;
    case 'assign':
      return { ...nothing, fields: { to: personAssigned(tools, asked) } };
    default:
      refuseRelease(tools, asked);
  }
  return { ...nothing, comment: given.comment.trim() };
}

const nothing: Given = { fields: {}, files: [], comment: '' };

function refuseClaim({ gate }: Tools, { kind, before, by }: Asked): void {
  if (before.assignee !== null) throw casesErrors.assignedElsewhere({ by: before.assignee });
  const asks = kind.states[before.state]?.asks ?? [];
  const could = asks.some((name) => {
    const action = kind.actions[name];
    return action !== undefined && gate.decide(by, action.permission, placeOf(before)).allowed;
  });
  const first = kind.actions[asks[0] ?? ''];
  if (first === undefined) {
    throw casesErrors.wrongState({
      action: commonTitles.claim,
      state: kind.states[before.state]?.title ?? { zh: before.state, en: before.state },
    });
  }
  if (!could) gate.require(by, first.permission, placeOf(before));
  if (before.barred.includes(by.id)) throw casesErrors.fourEyes({ action: first.title });
}

function personAssigned({ gate }: Tools, { kind, before, by, given }: Asked): string {
  if (kind.assign === null) throw casesErrors.actionUnknown({ action: 'assign' });
  gate.require(by, kind.assign, placeOf(before));
  const { to } = given.fields;
  if (typeof to !== 'string' || to === '') {
    throw casesErrors.fieldRefused({ field: { zh: '指派给', en: 'Assigned to' }, rule: 'id' });
  }
  if (before.barred.includes(to)) throw casesErrors.fourEyes({ action: commonTitles.assign });
  return to;
}

function refuseRelease({ gate }: Tools, { kind, before, by }: Asked): void {
  const mayAssign = kind.assign !== null && gate.decide(by, kind.assign, placeOf(before)).allowed;
  if (before.assignee === null || (before.assignee !== by.id && !mayAssign)) {
    throw casesErrors.notTheirs({ action: commonTitles.release });
  }
}
