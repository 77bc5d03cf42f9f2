import { defineErrors } from '#core/errors';

export const qualityErrors = defineErrors('quality', {
  roundNotFound: {
    status: 404,
    zh: '没有评价轮次 {round}。',
    en: 'There is no round {round}.',
    remedy: { zh: '请从列表中重新打开。', en: 'Open it again from the list.' },
  },
  evaluationNotFound: {
    status: 404,
    zh: '该轮评价中没有学校 {unit}。',
    en: 'The round does not include the school {unit}.',
    remedy: { zh: '请从该轮的学校列表中选择。', en: 'Choose from the schools of the round.' },
  },
  notARubric: {
    status: 422,
    zh: '{instrument} 不是评价指南，不能用来开展质量评价。',
    en: '{instrument} is not a guide for quality evaluation.',
    remedy: { zh: '请选择一份评价指南。', en: 'Choose one of the guides.' },
  },
  nobodyToEvaluate: {
    status: 422,
    zh: '{area} 没有这份指南适用的学校。',
    en: '{area} has no school to which this guide applies.',
    remedy: { zh: '请换一份指南，或核对学校的学段。', en: 'Choose another guide, or check the stages of the schools.' },
  },
  sheetInRound: {
    status: 409,
    zh: '“{title}”属于一轮评价，不能单独重新打开。',
    en: '"{title}" belongs to a round and cannot be reopened by itself.',
    remedy: {
      zh: '请外部评价人在该校的评价办理页面退回自评。',
      en: 'Let the external evaluator return it in the case of the school.',
    },
  },
  nothingToAttest: {
    status: 422,
    zh: '标准 {standard} 没有可填的社会认可度调查项。',
    en: 'The standard {standard} has no survey item to attest.',
    remedy: { zh: '请选择含有社会认可度的标准。', en: 'Choose a standard with social recognition.' },
  },
  tooFewAnswers: {
    status: 422,
    zh: '有效回答不足，不能作为佐证。',
    en: 'There are too few valid answers to serve as evidence.',
    remedy: { zh: '请继续发放填答码。', en: 'Hand out more codes.' },
  },
});
