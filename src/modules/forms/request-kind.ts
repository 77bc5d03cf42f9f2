import { defineCaseKind } from '#engines/cases';
import { requestFields } from './contract.ts';
import { formsPermissions as may } from './permissions.ts';

export const requestKindName = 'forms.request';

/** A form that somebody wants to ask of schools: looked at by the bureau, in force for its term, ended. */
export const requestKind = defineCaseKind({
  kind: requestKindName,
  version: 2,
  title: { zh: '填报表', en: 'Form asked of schools' },
  read: may.read,
  initial: 'review',
  open: { title: { zh: '申请', en: 'Request' }, permission: may.request, fields: requestFields, effect: 'ask' },
  states: {
    review: {
      title: { zh: '待审核', en: 'Waiting for review' },
      asks: ['approve', 'return', 'refuse'],
      within: 10,
      escalate: [{ after: 0, to: may.review }],
    },
    returned: { title: { zh: '退回修改', en: 'Returned' }, asks: ['resubmit', 'withdraw'], within: 20 },
    inForce: { title: { zh: '有效', en: 'In force' }, asks: ['end'], dueField: 'untilOn' },
    ended: { title: { zh: '已停用', en: 'Ended' }, final: true },
    refused: { title: { zh: '不予批准', en: 'Refused' }, final: true },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  actions: {
    approve: {
      title: { zh: '批准', en: 'Approve' },
      from: ['review'],
      to: 'inForce',
      permission: may.review,
      notBy: ['open', 'resubmit'],
      effect: 'approve',
    },
    return: {
      title: { zh: '退回修改', en: 'Return' },
      from: ['review'],
      to: 'returned',
      permission: may.review,
      reason: 'required',
      effect: 'move',
    },
    refuse: {
      title: { zh: '不予批准', en: 'Refuse' },
      from: ['review'],
      to: 'refused',
      permission: may.review,
      reason: 'required',
      effect: 'move',
    },
    resubmit: {
      title: { zh: '修改后重新申请', en: 'Request again' },
      from: ['returned'],
      to: 'review',
      permission: may.request,
      fields: requestFields.partial(),
      effect: 'ask',
    },
    withdraw: {
      title: { zh: '撤回', en: 'Withdraw' },
      from: ['review', 'returned'],
      to: 'withdrawn',
      permission: may.request,
      onlyBy: 'open',
      effect: 'move',
    },
    extend: {
      title: { zh: '延长', en: 'Extend' },
      from: ['inForce'],
      permission: may.review,
      notBy: ['open', 'resubmit'],
      reason: 'required',
      fields: requestFields.pick({ untilOn: true }),
      effect: 'extend',
    },
    end: {
      title: { zh: '停用', en: 'End' },
      from: ['inForce'],
      to: 'ended',
      permission: may.review,
      reason: 'optional',
      effect: 'end',
    },
  },
});
