import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { campaignsPermissions as may } from './permissions.ts';

export const rectificationKindName = 'campaigns.rectification';

const rectifyBy = z.iso.date().meta({ zh: '整改期限', en: 'To be mended by', as: 'day' });

/** What a visit found, mended by the school and looked at again by another person. */
export const rectificationKind = defineCaseKind({
  kind: rectificationKindName,
  version: 1,
  title: { zh: '专项检查整改', en: 'Rectification after a visit' },
  read: may.read,
  initial: 'rectifying',
  open: {
    title: { zh: '下达整改', en: 'Demand rectification' },
    permission: 'instruments.inspect',
    fields: z.object({
      problems: z.string().min(1).max(8000).meta({ zh: '发现的问题', en: 'What was found', as: 'text' }),
      rectifyBy,
    }),
  },
  states: {
    rectifying: {
      title: { zh: '整改中', en: 'Rectification' },
      asks: ['rectified'],
      dueField: 'rectifyBy',
      escalate: [{ after: 0, to: may.organize }],
    },
    verifying: { title: { zh: '待复查', en: 'Waiting for the re-check' }, asks: ['accept', 'return'], within: 10 },
    mended: { title: { zh: '整改完成', en: 'Mended' }, final: true },
  },
  actions: {
    rectified: {
      title: { zh: '报告整改结果', en: 'Report the rectification' },
      from: ['rectifying'],
      to: 'verifying',
      permission: 'instruments.answer',
      evidence: 1,
      fields: z.object({
        done: z.string().trim().min(2).max(2000).meta({ zh: '整改情况', en: 'What was done', as: 'text' }),
      }),
      effect: 'move',
    },
    accept: {
      title: { zh: '复查通过', en: 'Accept' },
      from: ['verifying'],
      to: 'mended',
      permission: 'instruments.inspect',
      notBy: ['rectified'],
      effect: 'move',
    },
    return: {
      title: { zh: '退回继续整改', en: 'Return' },
      from: ['verifying'],
      to: 'rectifying',
      permission: 'instruments.inspect',
      reason: 'required',
      effect: 'move',
    },
    extend: {
      title: { zh: '延长期限', en: 'Extend' },
      from: ['rectifying'],
      permission: may.organize,
      reason: 'required',
      fields: z.object({ rectifyBy }),
    },
  },
});
