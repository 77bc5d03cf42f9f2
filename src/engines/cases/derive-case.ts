import { addWorkingDays, chinaDate, isPlainDate, type PlainDate, type WorkingCalendar } from '#core/calendar';
import { type ActionDeclaration, isCommonAction, type KindDeclaration, type StateDeclaration } from './declaration.ts';
import type { CaseAction, CaseOpening, DerivedCase } from './model.ts';

/**
 * Replays a case: where it stands after these actions, by its own edition of the declaration.
 *
 * @remarks Pure. Permission is not part of it: that somebody could do something then is shown by their having done it.
 * @throws Error where the actions are no history of this kind: a gap, a step the declaration does not have, anything after the end
 */
export function deriveCase(
  kind: KindDeclaration,
  actions: readonly CaseAction[],
  calendar: WorkingCalendar,
): DerivedCase {
  const [first] = actions;
  const opening = first?.opening;
  if (first === undefined || !opening || first.action !== 'open') throw new Error('a case begins with its opening');
  if (opening.kind !== kind.kind || opening.version !== kind.version) throw new Error('not the edition of this case');
  const replay = new Replay(kind, opening, first);
  for (const action of actions.slice(1)) replay.take(action);
  return replay.derive(calendar);
}

class Replay {
  readonly #kind: KindDeclaration;
  readonly #opening: CaseOpening;
  readonly #first: CaseAction;
  readonly #actors = new Map<string, Set<string>>();
  readonly #fields: Record<string, unknown> = {};
  #last: CaseAction;
  #state: string;
  #enteredAt: Date;
  #movedSeq = 1;
  #assignee: string | null = null;
  #escalated = 0;

  constructor(kind: KindDeclaration, opening: CaseOpening, first: CaseAction) {
    if (first.seq !== 1) throw new Error('a case begins with action 1');
    this.#kind = kind;
    this.#opening = opening;
    this.#first = first;
    this.#last = first;
    this.#state = kind.initial;
    this.#enteredAt = first.at;
    this.#remember(first);
  }

  take(action: CaseAction): void {
    if (action.seq !== this.#last.seq + 1) throw new Error(`action ${this.#last.seq} is followed by ${action.seq}`);
    if (action.at < this.#last.at) throw new Error(`action ${action.seq} comes before the one before it`);
    this.#last = action;
    if (isCommonAction(action.action)) this.#takeCommon(action);
    else this.#takeDeclared(action);
  }

  #takeCommon(action: CaseAction): void {
    if (this.#current().final || action.action === 'open') {
      throw new Error(`action ${action.seq} follows the end of the case`);
    }
    switch (action.action) {
      case 'claim':
        this.#assignee = action.by;
        this.#movedSeq = action.seq;
        break;
      case 'assign':
        this.#assignee = String(action.fields.to);
        this.#movedSeq = action.seq;
        break;
      case 'release':
        this.#assignee = null;
        this.#movedSeq = action.seq;
        break;
      case 'escalate':
        this.#escalated += 1;
        break;
    }
  }

  #takeDeclared(action: CaseAction): void {
    const declared = this.#kind.actions[action.action];
    if (!declared?.from.includes(this.#state)) {
      throw new Error(`action ${action.seq}: no ${action.action} from ${this.#state}`);
    }
    this.#remember(action);
    this.#movedSeq = action.seq;
    if (declared.to === null) return;
    this.#state = declared.to;
    this.#enteredAt = action.at;
    this.#assignee = null;
    this.#escalated = 0;
  }

  derive(calendar: WorkingCalendar): DerivedCase {
    const state = this.#current();
    const due = this.#due(state, calendar);
    return {
      ...this.#opening,
      state: this.#state,
      isFinal: state.final,
      seq: this.#last.seq,
      movedSeq: this.#movedSeq,
      fields: this.#fields,
      openedBy: this.#first.by,
      openedAt: this.#first.at,
      actedAt: this.#last.at,
      assignee: this.#assignee,
      dueOn: due?.day ?? null,
      dueMissingYears: due?.missingYears ?? [],
      escalated: this.#escalated,
      nextEscalationOn: nextEscalation(state, this.#escalated, due?.day, calendar),
      barred: this.#barred(state),
      hash: this.#last.hash,
    };
  }

  #current(): StateDeclaration {
    const state = this.#kind.states[this.#state];
    if (state === undefined) throw new Error(`there is no state ${this.#state}`);
    return state;
  }

  #remember(action: CaseAction): void {
    Object.assign(this.#fields, action.fields);
    const actors = this.#actors.get(action.action) ?? new Set();
    // The last of them stands last, for `onlyBy`.
    actors.delete(action.by);
    actors.add(action.by);
    this.#actors.set(action.action, actors);
  }

  #due(state: StateDeclaration, calendar: WorkingCalendar): ReturnType<typeof addWorkingDays> | undefined {
    const given = state.dueField === null ? undefined : this.#fields[state.dueField];
    if (typeof given === 'string' && isPlainDate(given)) return { day: given, missingYears: [] };
    return state.within === null ? undefined : addWorkingDays(calendar, chinaDate(this.#enteredAt), state.within);
  }

  #barred(state: StateDeclaration): readonly string[] {
    const lists = state.asks.map((name) => barredFrom(this.#kind.actions[name], this.#actors));
    const [shortest = []] = lists;
    return shortest.filter((person) => lists.every((list) => list.includes(person))).sort();
  }
}

function barredFrom(
  action: ActionDeclaration | undefined,
  actors: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...new Set(action?.notBy.flatMap((name) => [...(actors.get(name) ?? [])]))];
}

function nextEscalation(
  state: StateDeclaration,
  taken: number,
  dueOn: PlainDate | undefined,
  calendar: WorkingCalendar,
): PlainDate | null {
  const step = state.escalate[taken];
  if (step === undefined || dueOn === undefined) return null;
  return addWorkingDays(calendar, dueOn, step.after + 1).day;
}
