import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { admissionPermissions as may } from './permissions.ts';

export const roundKindName = 'admission.round';

/** A round of admission: plan, applications, checking, the frozen list, the public seed, the result, registration. */
export const roundKind = defineCaseKind({
  kind: roundKindName,
  version: 1,
  title: { zh: '招生轮次', en: 'Admission round' },
  read: may.read,
  initial: 'drafted',
  open: {
    title: { zh: '编制方案', en: 'Draw up the plan' },
    permission: may.prepare,
    fields: z.object({
      rules: z.string().max(60).meta({ zh: '规则', en: 'Rules' }),
      rulesVersion: z.int().meta({ zh: '规则版本', en: 'Version of the rules' }),
      rulesHash: z.string().max(64).meta({ zh: '规则摘要', en: 'Hash of the rules' }),
    }),
    effect: 'open',
  },
  states: {
    drafted: { title: { zh: '方案待发布', en: 'Plan drawn up' }, asks: ['publish'], within: 20 },
    published: { title: { zh: '方案已公布', en: 'Plan published' }, asks: ['begin'] },
    applying: { title: { zh: '申请中', en: 'Applications open' }, asks: ['close'] },
    checking: { title: { zh: '核对中', en: 'Checking' }, asks: ['freeze'], within: 20 },
    frozen: { title: { zh: '名单已冻结', en: 'List frozen' }, asks: ['seed'], within: 10 },
    seeded: { title: { zh: '种子已录入，正在派位', en: 'Seed entered, placing' }, asks: ['allocate'], within: 1 },
    allocated: { title: { zh: '已派位，待公布', en: 'Placed, not yet published' }, asks: ['announce'], within: 5 },
    announced: { title: { zh: '结果已公布', en: 'Result published' }, asks: ['register'], within: 40 },
    registered: { title: { zh: '报到完成', en: 'Registered' }, final: true },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, final: true },
  },
  actions: {
    publish: {
      title: { zh: '公布方案', en: 'Publish the plan' },
      from: ['drafted'],
      to: 'published',
      permission: may.publish,
      notBy: ['open'],
      effect: 'move',
    },
    withdraw: {
      title: { zh: '撤回', en: 'Withdraw' },
      from: ['drafted'],
      to: 'withdrawn',
      permission: may.prepare,
      reason: 'required',
      effect: 'move',
    },
    begin: {
      title: { zh: '开始受理申请', en: 'Open applications' },
      from: ['published'],
      to: 'applying',
      permission: may.publish,
      effect: 'move',
    },
    close: {
      title: { zh: '结束受理，开始核对', en: 'Close applications and check' },
      from: ['applying'],
      to: 'checking',
      permission: may.check,
      effect: 'close',
    },
    freeze: {
      title: { zh: '冻结名单并公布摘要', en: 'Freeze the list and publish its hash' },
      from: ['checking'],
      to: 'frozen',
      permission: may.allocate,
      effect: 'freeze',
    },
    seed: {
      title: { zh: '录入公开种子', en: 'Enter the public seed' },
      from: ['frozen'],
      to: 'seeded',
      permission: may.allocate,
      fields: z.object({
        value: z.string().trim().min(4).max(400).meta({ zh: '种子', en: 'Seed' }),
        source: z.string().trim().min(4).max(400).meta({ zh: '种子来源', en: 'Where anybody finds it' }),
        witnesses: z.array(z.string()).min(2).max(20).meta({ zh: '见证人', en: 'Witnesses' }),
      }),
      effect: 'seed',
    },
    allocate: {
      title: { zh: '派位', en: 'Place everybody' },
      from: ['seeded'],
      to: 'allocated',
      permission: may.allocate,
      effect: 'allocate',
    },
    announce: {
      title: { zh: '公布结果', en: 'Publish the result' },
      from: ['allocated'],
      to: 'announced',
      permission: may.publish,
      notBy: ['seed'],
      effect: 'move',
    },
    correct: {
      title: { zh: '更正', en: 'Correct' },
      from: ['announced'],
      permission: may.publish,
      reason: 'required',
      fields: z.object({
        token: z.string().max(60).meta({ zh: '申请编号', en: 'Published code' }),
        school: z.string().max(80).meta({ zh: '学校（空为不录取）', en: 'School (empty for none)' }),
      }),
      effect: 'correct',
    },
    register: {
      title: { zh: '报到结束', en: 'Registration done' },
      from: ['announced'],
      to: 'registered',
      permission: may.publish,
      effect: 'end',
    },
  },
});
