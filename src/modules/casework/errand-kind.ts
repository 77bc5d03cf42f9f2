import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { caseworkPermissions } from './permissions.ts';

/** An errand: an office asks a school, or an area below it, for something by a day; another pair of eyes accepts what comes. */
export const errandKind = defineCaseKind({
  kind: 'casework.errand',
  version: 1,
  title: { zh: '交办事项', en: 'Errand' },
  read: caseworkPermissions.use,
  assign: caseworkPermissions.assign,
  initial: 'given',
  open: {
    title: { zh: '交办', en: 'Give' },
    permission: caseworkPermissions.assign,
    fields: z.object({
      task: z.string().trim().min(1).max(2000).meta({ zh: '要办的事', en: 'What is to be done' }),
      basis: z.string().trim().max(200).optional().meta({ zh: '依据', en: 'Basis' }),
      dueOn: z.iso.date().meta({ zh: '办结期限', en: 'Due on' }),
    }),
  },
  states: {
    given: {
      title: { zh: '待办理', en: 'To be done' },
      asks: ['report'],
      dueField: 'dueOn',
      escalate: [{ after: 0, to: caseworkPermissions.assign }],
    },
    reported: { title: { zh: '待核验', en: 'To be checked' }, asks: ['accept', 'return'], within: 5 },
    done: { title: { zh: '已办结', en: 'Done' }, final: true },
    cancelled: { title: { zh: '已取消', en: 'Cancelled' }, final: true },
  },
  actions: {
    report: {
      title: { zh: '报告办理情况', en: 'Report' },
      from: ['given'],
      to: 'reported',
      permission: caseworkPermissions.report,
      fields: z.object({
        result: z.string().trim().min(1).max(2000).meta({ zh: '办理情况', en: 'What was done' }),
        isComplete: z.boolean().meta({ zh: '是否全部完成', en: 'Everything done' }),
      }),
    },
    takeBack: {
      title: { zh: '撤回报告', en: 'Take the report back' },
      from: ['reported'],
      to: 'given',
      permission: caseworkPermissions.report,
      onlyBy: 'report',
      reason: 'optional',
    },
    accept: {
      title: { zh: '核验通过', en: 'Accept' },
      from: ['reported'],
      to: 'done',
      permission: caseworkPermissions.assign,
      notBy: ['report'],
      reason: 'optional',
    },
    return: {
      title: { zh: '退回', en: 'Return' },
      from: ['reported'],
      to: 'given',
      permission: caseworkPermissions.assign,
      reason: 'required',
    },
    cancel: {
      title: { zh: '取消交办', en: 'Cancel' },
      from: ['given', 'reported'],
      to: 'cancelled',
      permission: caseworkPermissions.assign,
      reason: 'required',
    },
    reopen: {
      title: { zh: '重新启动', en: 'Reopen' },
      from: ['done', 'cancelled'],
      to: 'given',
      permission: caseworkPermissions.assign,
      reason: 'required',
      reopens: true,
    },
  },
});
