import { z } from 'zod';
import type { LocalText } from '#core/locale';
import { canonicalHash } from './canonical-text.ts';
import { checkDeclaration } from './check-declaration.ts';
import type { EscalationStep, FieldsSchema, KindDeclaration } from './declaration.ts';

/** A kind of case as a module writes it down; what is left out is empty, null or `none`. */
export interface CaseKindSpec {
  /** `<module>.<name>` */
  readonly kind: string;
  /** Goes up by one with every change; stored cases stay with theirs. */
  readonly version: number;
  readonly title: LocalText;
  readonly read: string;
  readonly assign?: string;
  readonly initial: string;
  readonly open: {
    readonly title?: LocalText;
    readonly permission: string;
    readonly fields?: z.ZodObject;
    readonly evidence?: number;
    readonly effect?: string;
  };
  readonly states: Readonly<
    Record<
      string,
      {
        readonly title: LocalText;
        readonly final?: boolean;
        readonly asks?: readonly string[];
        readonly within?: number;
        readonly dueField?: string;
        readonly escalate?: readonly EscalationStep[];
      }
    >
  >;
  readonly actions: Readonly<
    Record<
      string,
      {
        readonly title: LocalText;
        readonly from: readonly string[];
        readonly to?: string;
        readonly permission: string;
        readonly fields?: z.ZodObject;
        readonly evidence?: number;
        readonly reason?: 'none' | 'optional' | 'required';
        readonly notBy?: readonly string[];
        readonly onlyBy?: string;
        readonly reopens?: boolean;
        readonly effect?: string;
      }
    >
  >;
}

/** A declared kind: its data, the hash by which a change is seen, and the schemas with everything JSON cannot say. */
export interface CaseKind {
  readonly declaration: KindDeclaration;
  readonly sha256: string;
  /** By action; `open` is the opening. */
  readonly schemas: ReadonlyMap<string, z.ZodType>;
}

/**
 * Declares a kind of case.
 *
 * @throws Error naming the mistake: a state or action that is not there, a state nobody can leave or reach, an unknown due field
 * @example
 * export const projectCase = defineCaseKind({
 *   kind: 'conditions.project', version: 1, title: { zh: '项目', en: 'Project' }, read: 'conditions.read', initial: 'draft',
 *   open: { permission: 'conditions.plan', fields: z.object({ costFen: z.int().min(0).meta({ zh: '金额', en: 'Amount', as: 'money' }) }) },
 *   states: {
 *     draft: { title: { zh: '起草', en: 'Draft' }, asks: ['submit'] },
 *     submitted: { title: { zh: '待批', en: 'Waiting for approval' }, asks: ['approve', 'return'], within: 10 },
 *     approved: { title: { zh: '已批', en: 'Approved' }, final: true },
 *   },
 *   actions: {
 *     submit: { title: { zh: '提交', en: 'Submit' }, from: ['draft'], to: 'submitted', permission: 'conditions.plan' },
 *     return: { title: { zh: '退回', en: 'Return' }, from: ['submitted'], to: 'draft', permission: 'conditions.approve', reason: 'required' },
 *     approve: { title: { zh: '批准', en: 'Approve' }, from: ['submitted'], to: 'approved', permission: 'conditions.approve', notBy: ['submit'] },
 *   },
 * });
 */
export function defineCaseKind(spec: CaseKindSpec): CaseKind {
  const schemas = new Map<string, z.ZodType>();
  const fieldsOf = (action: string, fields: z.ZodObject = z.object({})): FieldsSchema => {
    const strict = fields.strict();
    schemas.set(action, strict);
    const { $schema: _, ...schema } = z.toJSONSchema(strict, { io: 'input' });
    return schema;
  };
  const declaration: KindDeclaration = {
    kind: spec.kind,
    version: spec.version,
    title: spec.title,
    read: spec.read,
    assign: spec.assign ?? null,
    initial: spec.initial,
    open: {
      title: spec.open.title ?? { zh: '发起', en: 'Open' },
      permission: spec.open.permission,
      fields: fieldsOf('open', spec.open.fields),
      evidence: spec.open.evidence ?? 0,
      effect: spec.open.effect ?? null,
    },
    states: mapValues(spec.states, (state) => ({
      title: state.title,
      final: state.final ?? false,
      asks: state.asks ?? [],
      within: state.within ?? null,
      dueField: state.dueField ?? null,
      escalate: state.escalate ?? [],
    })),
    actions: mapValues(spec.actions, (action, name) => ({
      title: action.title,
      from: action.from,
      to: action.to ?? null,
      permission: action.permission,
      fields: fieldsOf(name, action.fields),
      evidence: action.evidence ?? 0,
      reason: action.reason ?? 'none',
      notBy: action.notBy ?? [],
      onlyBy: action.onlyBy ?? null,
      reopens: action.reopens ?? false,
      effect: action.effect ?? null,
    })),
  };
  checkDeclaration(declaration);
  return { declaration, sha256: canonicalHash(declaration), schemas };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
