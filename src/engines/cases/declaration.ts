import type { LocalText } from '#core/locale';

/** The shape of an action's fields as JSON Schema, with `zh`, `en` and `as` (how a form asks for it) beside each. */
export type FieldsSchema = Readonly<Record<string, unknown>>;

/** A kind of case as data: everything that is needed to replay a case, also years after the code has changed. */
export interface KindDeclaration {
  readonly kind: string;
  readonly version: number;
  readonly title: LocalText;
  /** Who may see a case of this kind. */
  readonly read: string;
  /** Who may give a case to somebody; null = people only take cases themselves. */
  readonly assign: string | null;
  readonly initial: string;
  readonly open: OpeningDeclaration;
  readonly states: Readonly<Record<string, StateDeclaration>>;
  readonly actions: Readonly<Record<string, ActionDeclaration>>;
}

export interface OpeningDeclaration {
  readonly title: LocalText;
  readonly permission: string;
  readonly fields: FieldsSchema;
  /** Least number of files. */
  readonly evidence: number;
  readonly effect: string | null;
}

export interface StateDeclaration {
  readonly title: LocalText;
  /** Nothing may follow but an action that reopens. */
  readonly final: boolean;
  /** The actions the case waits for here: whoever may do one of them has the case in the queue. */
  readonly asks: readonly string[];
  /** Working days from entering the state until it is due. */
  readonly within: number | null;
  /** The field whose day is the due day, where one was given. */
  readonly dueField: string | null;
  readonly escalate: readonly EscalationStep[];
}

export interface EscalationStep {
  /** Working days after the due day; 0 = the first working day after it. */
  readonly after: number;
  /** Who is told, by permission at the case's place. */
  readonly to: string;
}

export interface ActionDeclaration {
  readonly title: LocalText;
  readonly from: readonly string[];
  /** null = the state stays. */
  readonly to: string | null;
  readonly permission: string;
  readonly fields: FieldsSchema;
  readonly evidence: number;
  readonly reason: 'none' | 'optional' | 'required';
  /** Four eyes: who did one of these (`open` is one) may not do this. */
  readonly notBy: readonly string[];
  /** Only who last did this may do it, such as withdrawing what oneself submitted. */
  readonly onlyBy: string | null;
  /** Leads out of a final state. */
  readonly reopens: boolean;
  readonly effect: string | null;
}

/** What every kind has besides its own actions; the state stays. */
export const commonActions = ['open', 'comment', 'claim', 'assign', 'release', 'escalate'] as const;
export type CommonAction = (typeof commonActions)[number];

/** How the common actions are called. */
export const commonTitles: Readonly<Record<CommonAction, LocalText>> = {
  open: { zh: '发起', en: 'Open' },
  comment: { zh: '备注', en: 'Comment' },
  claim: { zh: '领办', en: 'Take' },
  assign: { zh: '指派', en: 'Assign' },
  release: { zh: '退回待办', en: 'Give back to the queue' },
  escalate: { zh: '逾期上报', en: 'Overdue, told higher up' },
};

export function isCommonAction(action: string): action is CommonAction {
  return (commonActions as readonly string[]).includes(action);
}
