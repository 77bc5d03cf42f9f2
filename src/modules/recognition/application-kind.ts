import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { recognitionPermissions as may } from './permissions.ts';

const statement = z.string().trim().max(4000).meta({ zh: '说明', en: 'Statement', as: 'text' });
const snapshot = z.string().min(1).max(80).meta({ zh: '评估快照', en: 'Snapshot' });
const schoolYear = z.int().min(1950).max(2200).meta({ zh: '学年', en: 'School year' });
/** Working days of a year, between one monitoring and the next. */
const yearOfWork = 250;

/** A county's way to recognition: it assesses itself, city, province and nation look again, and afterwards it is watched every year. */
export const applicationKind = defineCaseKind({
  kind: 'recognition.application',
  version: 1,
  title: { zh: '认定申请', en: 'Application for recognition' },
  read: may.read,
  initial: 'selfAssessment',
  open: {
    title: { zh: '开始自评', en: 'Begin the self-assessment' },
    permission: may.apply,
    fields: z.object({
      standard: z.string().max(80).meta({ zh: '标准', en: 'Standard' }),
      schoolYear,
      snapshot,
    }),
  },
  states: {
    selfAssessment: { title: { zh: '县级自评', en: 'Self-assessment' }, asks: ['submit'] },
    cityReview: {
      title: { zh: '市级复核', en: 'City review' },
      asks: ['passCity', 'return'],
      within: 20,
      escalate: [{ after: 0, to: may.check }],
    },
    provinceCheck: {
      title: { zh: '省级督导核查', en: 'Provincial check' },
      asks: ['passProvince', 'return'],
      within: 30,
      escalate: [{ after: 0, to: may.decide }],
    },
    nationSampling: { title: { zh: '国家抽查', en: 'National sampling' }, asks: ['sample', 'return'], within: 60 },
    onSite: {
      title: { zh: '实地核查', en: 'Visits on site' },
      asks: ['recognise', 'requireRectification'],
      within: 40,
    },
    rectification: { title: { zh: '整改', en: 'Rectification' }, asks: ['resubmit'], within: 120 },
    recognised: {
      title: { zh: '已认定，逐年监测', en: 'Recognised, watched every year' },
      asks: ['monitor'],
      within: yearOfWork,
    },
    withdrawn: { title: { zh: '认定已撤销', en: 'Recognition withdrawn' }, final: true },
    ended: { title: { zh: '申请已撤回', en: 'Application taken back' }, final: true },
  },
  actions: {
    renew: {
      title: { zh: '按最新数据重新自评', en: 'Assess again with the newest data' },
      from: ['selfAssessment', 'rectification'],
      permission: may.apply,
      fields: z.object({ snapshot }),
    },
    submit: {
      title: { zh: '报送市级', en: 'Submit to the city' },
      from: ['selfAssessment'],
      to: 'cityReview',
      permission: may.apply,
      fields: z.object({ statement: statement.optional() }),
      effect: 'lock',
    },
    takeBack: {
      title: { zh: '撤回申请', en: 'Take the application back' },
      from: ['selfAssessment'],
      to: 'ended',
      permission: may.apply,
      reason: 'required',
    },
    return: {
      title: { zh: '退回修改', en: 'Return' },
      from: ['cityReview', 'provinceCheck', 'nationSampling'],
      to: 'selfAssessment',
      permission: may.review,
      reason: 'required',
      effect: 'reopen',
    },
    passCity: {
      title: { zh: '复核通过', en: 'Pass to the province' },
      from: ['cityReview'],
      to: 'provinceCheck',
      permission: may.review,
      notBy: ['open', 'submit'],
      fields: z.object({ statement }),
    },
    passProvince: {
      title: { zh: '核查通过，报国家', en: 'Pass to the nation' },
      from: ['provinceCheck'],
      to: 'nationSampling',
      permission: may.check,
      notBy: ['open', 'submit', 'passCity'],
      fields: z.object({ statement }),
    },
    sample: {
      title: { zh: '公开抽取学校', en: 'Draw the sample in public' },
      from: ['nationSampling'],
      to: 'onSite',
      permission: may.decide,
      fields: z.object({
        seed: z.string().trim().min(6).max(200).meta({ zh: '公开种子', en: 'Public seed' }),
        schools: z.int().min(1).max(500).meta({ zh: '抽取学校数', en: 'Schools to draw' }),
      }),
    },
    recognise: {
      title: { zh: '认定', en: 'Recognise' },
      from: ['onSite'],
      to: 'recognised',
      permission: may.decide,
      notBy: ['open', 'submit'],
      fields: z.object({ statement }),
      evidence: 1,
      effect: 'recognise',
    },
    requireRectification: {
      title: { zh: '要求整改', en: 'Ask for rectification' },
      from: ['onSite', 'recognised'],
      to: 'rectification',
      permission: may.decide,
      reason: 'required',
      effect: 'reopen',
    },
    resubmit: {
      title: { zh: '整改完成，重新报送', en: 'Submit again' },
      from: ['rectification'],
      to: 'cityReview',
      permission: may.apply,
      evidence: 1,
      fields: z.object({ statement }),
      effect: 'lock',
    },
    monitor: {
      title: { zh: '年度监测', en: 'Yearly monitoring' },
      from: ['recognised'],
      permission: may.check,
      fields: z.object({ schoolYear, snapshot, statement: statement.optional() }),
    },
    withdraw: {
      title: { zh: '撤销认定', en: 'Withdraw the recognition' },
      from: ['recognised', 'rectification'],
      to: 'withdrawn',
      permission: may.decide,
      reason: 'required',
      evidence: 1,
    },
  },
});
