import { z } from 'zod';
import { type CaseKindSpec, defineCaseKind } from './define-case-kind.ts';

/** An invented kind with everything a kind can have: repairs that a school asks for, a county grants and another person accepts. */
export const repairSpec = {
  kind: 'trial.repair',
  version: 1,
  title: { zh: '维修申请', en: 'Repair' },
  read: 'trial.read',
  assign: 'trial.assign',
  initial: 'draft',
  open: {
    permission: 'trial.ask',
    fields: z.object({
      costFen: z.int().min(0).meta({ zh: '金额', en: 'Cost', as: 'money' }),
      wantedOn: z.iso.date().optional().meta({ zh: '希望完成日', en: 'Wanted on' }),
    }),
  },
  states: {
    draft: { title: { zh: '起草', en: 'Draft' }, asks: ['submit'] },
    submitted: {
      title: { zh: '待批', en: 'Waiting for approval' },
      asks: ['grant', 'return'],
      within: 3,
      escalate: [
        { after: 0, to: 'trial.assign' },
        { after: 5, to: 'trial.supervise' },
      ],
    },
    granted: { title: { zh: '施工', en: 'Works' }, asks: ['accept'], dueField: 'wantedOn', within: 60 },
    closed: { title: { zh: '办结', en: 'Closed' }, final: true },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  actions: {
    submit: {
      title: { zh: '提交', en: 'Submit' },
      from: ['draft'],
      to: 'submitted',
      permission: 'trial.ask',
      fields: z.object({ note: z.string().max(200).optional().meta({ zh: '说明', en: 'Note' }) }),
    },
    withdraw: {
      title: { zh: '撤回', en: 'Withdraw' },
      from: ['draft', 'submitted'],
      to: 'withdrawn',
      permission: 'trial.ask',
      onlyBy: 'open',
      reason: 'optional',
    },
    return: {
      title: { zh: '退回', en: 'Return' },
      from: ['submitted'],
      to: 'draft',
      permission: 'trial.grant',
      reason: 'required',
    },
    grant: {
      title: { zh: '批准', en: 'Grant' },
      from: ['submitted'],
      to: 'granted',
      permission: 'trial.grant',
      notBy: ['open', 'submit'],
      fields: z.object({ grantedFen: z.int().min(0).meta({ zh: '批准金额', en: 'Granted', as: 'money' }) }),
      effect: 'spend',
    },
    report: { title: { zh: '报告进度', en: 'Report' }, from: ['granted'], permission: 'trial.ask', evidence: 1 },
    accept: {
      title: { zh: '验收', en: 'Accept' },
      from: ['granted'],
      to: 'closed',
      permission: 'trial.grant',
      notBy: ['grant'],
      evidence: 1,
    },
    reopen: {
      title: { zh: '重新启动', en: 'Reopen' },
      from: ['closed'],
      to: 'granted',
      permission: 'trial.assign',
      reason: 'required',
      reopens: true,
    },
  },
} as const satisfies CaseKindSpec;

export const repairKind = defineCaseKind(repairSpec);
