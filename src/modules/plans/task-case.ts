import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { plansPermissions as may } from './permissions.ts';

const dueOn = z.iso.date().meta({ zh: '完成时限', en: 'Due on', as: 'day' });

/** One year's task of an issued plan: done by whoever leads it, shown by evidence, confirmed by another person. */
export const taskCase = defineCaseKind({
  kind: 'plans.task',
  version: 1,
  title: { zh: '规划任务', en: 'Task of a plan' },
  read: may.read,
  assign: may.issue,
  initial: 'assigned',
  open: {
    title: { zh: '下达', en: 'Issue' },
    permission: may.issue,
    fields: z.object({
      clause: z.string().max(20).meta({ zh: '条款', en: 'Clause' }),
      lead: z.string().max(80).meta({ zh: '牵头部门', en: 'Lead' }),
      evidence: z.string().max(1000).optional().meta({ zh: '要求的佐证', en: 'Evidence asked', as: 'text' }),
      dueOn,
    }),
  },
  states: {
    assigned: {
      title: { zh: '办理中', en: 'Under way' },
      asks: ['report'],
      dueField: 'dueOn',
      escalate: [
        { after: 0, to: may.issue },
        { after: 10, to: may.roadmap },
      ],
    },
    reported: { title: { zh: '待确认', en: 'Waiting for confirmation' }, asks: ['confirm', 'return'], within: 10 },
    done: { title: { zh: '已完成', en: 'Done' }, final: true },
    cancelled: { title: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  actions: {
    progress: {
      title: { zh: '报告进展', en: 'Report progress' },
      from: ['assigned'],
      permission: may.report,
      fields: z.object({
        progress: z.string().trim().min(2).max(2000).meta({ zh: '进展', en: 'Progress', as: 'text' }),
      }),
    },
    report: {
      title: { zh: '报告完成', en: 'Report as done' },
      from: ['assigned'],
      to: 'reported',
      permission: may.report,
      evidence: 1,
      fields: z.object({
        result: z.string().trim().min(2).max(2000).meta({ zh: '完成情况', en: 'Result', as: 'text' }),
      }),
    },
    withdraw: {
      title: { zh: '撤回报告', en: 'Withdraw the report' },
      from: ['reported'],
      to: 'assigned',
      permission: may.report,
      onlyBy: 'report',
    },
    return: {
      title: { zh: '退回', en: 'Return' },
      from: ['reported'],
      to: 'assigned',
      permission: may.issue,
      reason: 'required',
    },
    confirm: {
      title: { zh: '确认完成', en: 'Confirm' },
      from: ['reported'],
      to: 'done',
      permission: may.issue,
      notBy: ['report'],
    },
    extend: {
      title: { zh: '延期', en: 'Extend' },
      from: ['assigned'],
      permission: may.issue,
      reason: 'required',
      fields: z.object({ dueOn }),
    },
    cancel: {
      title: { zh: '取消', en: 'Cancel' },
      from: ['assigned'],
      to: 'cancelled',
      permission: may.issue,
      reason: 'required',
    },
    reopen: {
      title: { zh: '重新打开', en: 'Reopen' },
      from: ['done', 'cancelled'],
      to: 'assigned',
      permission: may.issue,
      reason: 'required',
      reopens: true,
    },
  },
});
