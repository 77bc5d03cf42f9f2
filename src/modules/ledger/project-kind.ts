import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { projectPlan } from './contract.ts';

const day = (zh: string, en: string) => z.iso.date().meta({ zh, en, as: 'day' });
const money = z.number().int().positive().max(100_000_000_000).meta({ zh: '金额', en: 'Amount', as: 'money' });
const line = (zh: string, en: string) => z.string().trim().min(1).max(120).meta({ zh, en });

export const projectKindName = 'ledger.project';

/**
 * The life of a project: drawn up, approved by another person, carried out with evidence, accepted by a third.
 *
 * @remarks Accepting ends the work. It closes no line of the ledger: the next measurement does, or does not.
 */
export const projectKind = defineCaseKind({
  kind: projectKindName,
  version: 1,
  title: { zh: '台账项目', en: 'Project of the ledger' },
  read: 'ledger.read',
  initial: 'draft',
  open: { title: { zh: '拟定', en: 'Draw up' }, permission: 'ledger.plan', fields: projectPlan, effect: 'plan' },
  states: {
    draft: { title: { zh: '拟定中', en: 'Draft' }, asks: ['submit'] },
    submitted: { title: { zh: '待批准', en: 'Waiting for approval' }, asks: ['approve', 'return'], within: 10 },
    approved: { title: { zh: '已批准', en: 'Approved' }, asks: ['start'], within: 20 },
    underway: { title: { zh: '实施中', en: 'Under way' }, asks: ['progress', 'complete'], dueField: 'finishOn' },
    reported: { title: { zh: '待验收', en: 'Waiting for acceptance' }, asks: ['accept', 'refuse'], within: 15 },
    accepted: { title: { zh: '已验收', en: 'Accepted' }, final: true },
    cancelled: { title: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  actions: {
    revise: {
      title: { zh: '修改', en: 'Revise' },
      from: ['draft'],
      permission: 'ledger.plan',
      fields: projectPlan,
      effect: 'plan',
    },
    submit: {
      title: { zh: '申报', en: 'Submit' },
      from: ['draft'],
      to: 'submitted',
      permission: 'ledger.plan',
      effect: 'submit',
    },
    withdraw: {
      title: { zh: '撤回', en: 'Withdraw' },
      from: ['submitted'],
      to: 'draft',
      permission: 'ledger.plan',
      onlyBy: 'submit',
      effect: 'move',
    },
    return: {
      title: { zh: '退回', en: 'Return' },
      from: ['submitted'],
      to: 'draft',
      permission: 'ledger.approve',
      reason: 'required',
      effect: 'move',
    },
    approve: {
      title: { zh: '批准', en: 'Approve' },
      from: ['submitted'],
      to: 'approved',
      permission: 'ledger.approve',
      notBy: ['open', 'revise', 'submit'],
      reason: 'optional',
      effect: 'move',
    },
    start: {
      title: { zh: '开工', en: 'Start' },
      from: ['approved'],
      to: 'underway',
      permission: 'ledger.report',
      effect: 'move',
    },
    contract: {
      title: { zh: '登记合同', en: 'Record a contract' },
      from: ['approved', 'underway'],
      permission: 'ledger.report',
      fields: z.object({
        number: line('合同编号', 'Number'),
        party: line('承办单位', 'Contractor'),
        amountFen: money,
        on: day('签订日期', 'Signed on'),
      }),
      effect: 'outlay',
    },
    pay: {
      title: { zh: '登记付款', en: 'Record a payment' },
      from: ['underway', 'reported'],
      permission: 'ledger.report',
      fields: z.object({
        number: line('凭证号', 'Voucher'),
        party: line('收款单位', 'Paid to'),
        amountFen: money,
        on: day('付款日期', 'Paid on'),
      }),
      effect: 'outlay',
    },
    milestone: {
      title: { zh: '节点完成', en: 'A milestone is reached' },
      from: ['approved', 'underway'],
      permission: 'ledger.report',
      fields: z.object({
        milestone: z.number().int().min(1).meta({ zh: '节点序号', en: 'Milestone' }),
        on: day('完成日期', 'Reached on'),
      }),
      evidence: 1,
      effect: 'milestone',
    },
    progress: {
      title: { zh: '上报进展', en: 'Report progress' },
      from: ['underway'],
      permission: 'ledger.report',
      fields: z.object({
        percent: z.number().int().min(0).max(100).meta({ zh: '完成百分比', en: 'Per cent done' }),
      }),
      evidence: 1,
      reason: 'optional',
      effect: 'progress',
    },
    complete: {
      title: { zh: '报完工', en: 'Report completion' },
      from: ['underway'],
      to: 'reported',
      permission: 'ledger.report',
      evidence: 1,
      reason: 'optional',
      effect: 'move',
    },
    accept: {
      title: { zh: '验收通过', en: 'Accept' },
      from: ['reported'],
      to: 'accepted',
      permission: 'ledger.accept',
      notBy: ['complete', 'progress', 'milestone'],
      reason: 'required',
      effect: 'move',
    },
    refuse: {
      title: { zh: '验收不通过', en: 'Refuse' },
      from: ['reported'],
      to: 'underway',
      permission: 'ledger.accept',
      notBy: ['complete', 'progress', 'milestone'],
      reason: 'required',
      effect: 'move',
    },
    cancel: {
      title: { zh: '取消项目', en: 'Cancel' },
      from: ['draft', 'submitted', 'approved', 'underway'],
      to: 'cancelled',
      permission: 'ledger.plan',
      reason: 'required',
      effect: 'move',
    },
  },
});
