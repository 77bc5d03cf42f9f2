import { z } from 'zod';
import { defineCaseKind } from '#engines/cases';
import { pilotFields } from './contract.ts';
import { practicePermissions as may } from './permissions.ts';

export const pilotKindName = 'practice.pilot';

const report = (zh: string, en: string) =>
  z.object({ report: z.string().trim().min(2).max(4000).meta({ zh, en, as: 'text' }) });
const verdict = z.enum(['spread', 'adjust', 'end']).meta({
  zh: '结论',
  en: 'Conclusion',
  options: {
    spread: { zh: '予以推广', en: 'Worth spreading' },
    adjust: { zh: '完善后再试', en: 'Adjust and try again' },
    end: { zh: '不再继续', en: 'Not to be continued' },
  },
});

/** A pilot: applied for, passed level by level, run for its term, concluded. */
export const pilotKind = defineCaseKind({
  kind: pilotKindName,
  version: 1,
  title: { zh: '试点', en: 'Pilot' },
  read: may.read,
  initial: 'countyReview',
  open: { title: { zh: '申报', en: 'Apply' }, permission: may.apply, fields: pilotFields, effect: 'apply' },
  states: {
    countyReview: { title: { zh: '县级审核', en: 'County review' }, asks: ['passCounty', 'return'], within: 10 },
    cityReview: { title: { zh: '市级审核', en: 'City review' }, asks: ['passCity', 'return'], within: 10 },
    provinceReview: {
      title: { zh: '省级审批', en: 'Provincial decision' },
      asks: ['approve', 'refuse', 'return'],
      within: 20,
    },
    returned: { title: { zh: '退回修改', en: 'Returned' }, asks: ['applyAgain', 'takeBack'], within: 20 },
    running: {
      title: { zh: '试点中', en: 'Running' },
      asks: ['reportMidterm'],
      dueField: 'midtermOn',
      escalate: [{ after: 0, to: may.reviewCounty }],
    },
    midTerm: { title: { zh: '中期评估', en: 'Mid-term review' }, asks: ['acceptMidterm', 'stop'], within: 20 },
    concluding: {
      title: { zh: '继续试点', en: 'Running on' },
      asks: ['reportEnd'],
      dueField: 'untilOn',
      escalate: [{ after: 0, to: may.reviewCounty }],
    },
    conclusion: { title: { zh: '总结评估', en: 'Final review' }, asks: ['conclude', 'returnReport'], within: 20 },
    concluded: { title: { zh: '已总结', en: 'Concluded' }, final: true },
    stopped: { title: { zh: '已终止', en: 'Stopped' }, final: true },
    refused: { title: { zh: '不予批准', en: 'Refused' }, final: true },
    takenBack: { title: { zh: '已撤回', en: 'Taken back' }, final: true },
  },
  actions: {
    passCounty: {
      title: { zh: '县级同意', en: 'Pass to the city' },
      from: ['countyReview'],
      to: 'cityReview',
      permission: may.reviewCounty,
      notBy: ['open', 'applyAgain'],
      reason: 'optional',
      effect: 'move',
    },
    passCity: {
      title: { zh: '市级同意', en: 'Pass to the province' },
      from: ['cityReview'],
      to: 'provinceReview',
      permission: may.reviewCity,
      notBy: ['open', 'applyAgain', 'passCounty'],
      reason: 'optional',
      effect: 'move',
    },
    approve: {
      title: { zh: '批准试点', en: 'Approve' },
      from: ['provinceReview'],
      to: 'running',
      permission: may.reviewProvince,
      notBy: ['open', 'applyAgain', 'passCounty', 'passCity'],
      effect: 'move',
    },
    refuse: {
      title: { zh: '不予批准', en: 'Refuse' },
      from: ['provinceReview'],
      to: 'refused',
      permission: may.reviewProvince,
      reason: 'required',
      effect: 'move',
    },
    return: {
      title: { zh: '退回修改', en: 'Return' },
      from: ['countyReview', 'cityReview', 'provinceReview'],
      to: 'returned',
      permission: may.reviewCounty,
      reason: 'required',
      effect: 'move',
    },
    applyAgain: {
      title: { zh: '修改后重新申报', en: 'Apply again' },
      from: ['returned'],
      to: 'countyReview',
      permission: may.apply,
      fields: pilotFields.partial(),
      effect: 'apply',
    },
    takeBack: {
      title: { zh: '撤回', en: 'Take back' },
      from: ['countyReview', 'returned'],
      to: 'takenBack',
      permission: may.apply,
      onlyBy: 'open',
      effect: 'move',
    },
    reportMidterm: {
      title: { zh: '提交中期报告', en: 'Hand in the mid-term report' },
      from: ['running'],
      to: 'midTerm',
      permission: may.apply,
      evidence: 1,
      fields: report('中期进展', 'What was reached by mid-term'),
      effect: 'move',
    },
    acceptMidterm: {
      title: { zh: '中期通过', en: 'Accept the mid-term report' },
      from: ['midTerm'],
      to: 'concluding',
      permission: may.reviewCity,
      notBy: ['reportMidterm'],
      reason: 'optional',
      effect: 'move',
    },
    stop: {
      title: { zh: '终止试点', en: 'Stop the pilot' },
      from: ['running', 'midTerm', 'concluding'],
      to: 'stopped',
      permission: may.reviewProvince,
      reason: 'required',
      effect: 'move',
    },
    reportEnd: {
      title: { zh: '提交总结报告', en: 'Hand in the final report' },
      from: ['concluding'],
      to: 'conclusion',
      permission: may.apply,
      evidence: 1,
      fields: report('试点成效', 'What was reached'),
      effect: 'move',
    },
    returnReport: {
      title: { zh: '退回总结', en: 'Return the report' },
      from: ['conclusion'],
      to: 'concluding',
      permission: may.reviewProvince,
      reason: 'required',
      effect: 'move',
    },
    conclude: {
      title: { zh: '作出结论', en: 'Conclude' },
      from: ['conclusion'],
      to: 'concluded',
      permission: may.reviewProvince,
      notBy: ['reportEnd'],
      fields: z.object({ verdict }),
      reason: 'required',
      effect: 'conclude',
    },
  },
});
