import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';

const day = (zh: string, en: string) => z.iso.date().meta({ zh, en, as: 'day' });
const long = (zh: string, en: string) => z.string().trim().min(1).max(2000).meta({ zh, en, as: 'text' });

export const evaluationKindName = 'quality.evaluation';

/**
 * One school's evaluation in a round: self-score, external score, comparison, rectification.
 *
 * @remarks The two scores are sheets of the instrument; handing a sheet in moves the case, and moving the case hands the sheet in.
 */
export const evaluationKind = defineCaseKind({
  kind: evaluationKindName,
  version: 1,
  title: { zh: '质量评价', en: 'Quality evaluation' },
  read: 'quality.read',
  initial: 'self',
  open: {
    title: { zh: '下达', en: 'Open' },
    permission: 'quality.organize',
    fields: z.object({ selfDueOn: day('自评期限', 'Self-assessment by') }),
  },
  states: {
    self: { title: { zh: '学校自评', en: 'Self-assessment' }, asks: ['submitSelf'], dueField: 'selfDueOn' },
    external: { title: { zh: '外部评价', en: 'External evaluation' }, asks: ['score', 'returnSelf'], within: 20 },
    compared: { title: { zh: '比对差异', en: 'Compared' }, asks: ['demand', 'conclude'], within: 10 },
    rectifying: { title: { zh: '整改', en: 'Rectification' }, asks: ['rectified'], dueField: 'rectifyBy' },
    verifying: { title: { zh: '整改复核', en: 'Checking the rectification' }, asks: ['accept', 'return'], within: 10 },
    closed: { title: { zh: '办结', en: 'Closed' }, final: true },
  },
  actions: {
    submitSelf: {
      title: { zh: '提交自评', en: 'Submit the self-assessment' },
      from: ['self'],
      to: 'external',
      permission: 'instruments.answer',
      effect: 'submitSelf',
    },
    returnSelf: {
      title: { zh: '退回自评', en: 'Return the self-assessment' },
      from: ['external'],
      to: 'self',
      permission: 'instruments.score',
      reason: 'required',
      effect: 'returnSelf',
    },
    score: {
      title: { zh: '提交外部评价', en: 'Submit the external evaluation' },
      from: ['external'],
      to: 'compared',
      permission: 'instruments.score',
      notBy: ['submitSelf'],
      effect: 'score',
    },
    demand: {
      title: { zh: '下达整改', en: 'Demand rectification' },
      from: ['compared'],
      to: 'rectifying',
      permission: 'instruments.score',
      fields: z.object({ demands: long('整改事项', 'What to mend'), rectifyBy: day('整改期限', 'To be mended by') }),
      effect: 'move',
    },
    conclude: {
      title: { zh: '无需整改，办结', en: 'Close: nothing to mend' },
      from: ['compared'],
      to: 'closed',
      permission: 'instruments.score',
      effect: 'move',
    },
    rectified: {
      title: { zh: '报告整改结果', en: 'Report the rectification' },
      from: ['rectifying'],
      to: 'verifying',
      permission: 'instruments.answer',
      fields: z.object({ done: long('整改情况', 'What was done') }),
      effect: 'move',
    },
    accept: {
      title: { zh: '复核通过', en: 'Accept' },
      from: ['verifying'],
      to: 'closed',
      permission: 'instruments.score',
      notBy: ['rectified'],
      effect: 'move',
    },
    return: {
      title: { zh: '退回继续整改', en: 'Return' },
      from: ['verifying'],
      to: 'rectifying',
      permission: 'instruments.score',
      reason: 'required',
      effect: 'move',
    },
  },
});
