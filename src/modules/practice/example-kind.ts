import { defineCaseKind } from '#engines/cases';
import { exampleFields } from './contract.ts';
import { practicePermissions as may } from './permissions.ts';

export const exampleKindName = 'practice.example';

/** One practice on its way to the public: proposed with evidence, reviewed by another person, published, withdrawn. */
export const exampleKind = defineCaseKind({
  kind: exampleKindName,
  version: 1,
  title: { zh: '典型案例', en: 'Example' },
  read: may.read,
  initial: 'review',
  open: {
    title: { zh: '推荐', en: 'Propose' },
    permission: may.apply,
    fields: exampleFields,
    evidence: 1,
    effect: 'propose',
  },
  states: {
    review: { title: { zh: '评审中', en: 'Under review' }, asks: ['publish', 'return', 'refuse'], within: 15 },
    returned: { title: { zh: '退回修改', en: 'Returned' }, asks: ['proposeAgain', 'takeBack'], within: 20 },
    published: { title: { zh: '已发布', en: 'Published' } },
    withdrawn: { title: { zh: '已撤下', en: 'Withdrawn' }, final: true },
    refused: { title: { zh: '不予发布', en: 'Refused' }, final: true },
    takenBack: { title: { zh: '已撤回', en: 'Taken back' }, final: true },
  },
  actions: {
    publish: {
      title: { zh: '发布', en: 'Publish' },
      from: ['review'],
      to: 'published',
      permission: may.publish,
      notBy: ['open', 'proposeAgain'],
      reason: 'optional',
      effect: 'publish',
    },
    return: {
      title: { zh: '退回修改', en: 'Return' },
      from: ['review'],
      to: 'returned',
      permission: may.publish,
      reason: 'required',
      effect: 'move',
    },
    refuse: {
      title: { zh: '不予发布', en: 'Refuse' },
      from: ['review'],
      to: 'refused',
      permission: may.publish,
      reason: 'required',
      effect: 'move',
    },
    proposeAgain: {
      title: { zh: '修改后重新推荐', en: 'Propose again' },
      from: ['returned'],
      to: 'review',
      permission: may.apply,
      fields: exampleFields.omit({ measuredBy: true }).partial(),
      effect: 'propose',
    },
    takeBack: {
      title: { zh: '撤回', en: 'Take back' },
      from: ['review', 'returned'],
      to: 'takenBack',
      permission: may.apply,
      onlyBy: 'open',
      effect: 'move',
    },
    withdraw: {
      title: { zh: '撤下', en: 'Withdraw' },
      from: ['published'],
      to: 'withdrawn',
      permission: may.publish,
      reason: 'required',
      effect: 'withdraw',
    },
  },
});
